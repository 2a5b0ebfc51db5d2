<div class="table-scroll" role="region" tabindex="0" aria-label="Table: {{caption}}">
<table class="incidents"{{#is_filterable}} id="incident-table" data-filter="incidents"{{#is_split}} data-rows="{{row_count}}" data-pieces="incidents" data-row-order="reversed" data-piece-rows="{{piece_rows}}"{{/is_split}}{{/is_filterable}}>
<caption class="visually-hidden">{{caption}}</caption>
<thead>
<tr>
<th scope="col">Started</th>
<th scope="col">Severity</th>
<th scope="col">Incident</th>
<th scope="col">Services</th>
<th scope="col" class="right"><abbr title="Time to detect: from the start to the first notice">Detect</abbr></th>
<th scope="col" class="right"><abbr title="Time to resolve: from the start to the end">Resolve</abbr></th>
<th scope="col" class="right"><abbr title="Action items still open">Open</abbr></th>
</tr>
</thead>
<tbody>
{{rows_html:none}}</tbody>
</table>
</div>
