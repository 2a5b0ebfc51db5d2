<figure class="chart" id="{{anchor}}" aria-labelledby="{{anchor}}-title">
<figcaption>
{{heading_html:none}}
<p class="finding">{{finding}}</p>
</figcaption>
{{#has_drawing_html}}
<div class="plot-holder">
{{drawing_html:none}}
</div>
{{/has_drawing_html}}
{{#has_legend}}
<ul class="legend">
{{#legend_item}}
<li{{#has_dots}} data-dots="{{dots}}"{{/has_dots}}>{{shape_html:none}}{{text}}</li>
{{/legend_item}}
</ul>
{{/has_legend}}
<div class="chart-data">
{{#data}}
<details>
<summary>Data table <span class="quiet">{{row_count}}</span></summary>
<div class="table-scroll" role="region" tabindex="0" aria-label="Data: {{table_title}}">
<table class="figures">
<caption class="visually-hidden">{{table_title}}</caption>
<thead>
<tr><th scope="col">{{row_header}}</th>{{#column}}<th scope="col">{{column_title}}</th>{{/column}}</tr>
</thead>
<tbody>
{{#row}}
<tr><th scope="row">{{row_header_html:none}}</th>{{#cell}}<td>{{cell_html:none}}</td>{{/cell}}</tr>
{{/row}}
</tbody>
</table>
</div>
</details>
{{/data}}
{{#has_csv_url}}
<a href="{{csv_url}}">CSV</a>
{{/has_csv_url}}
</div>
</figure>
