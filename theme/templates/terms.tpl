<header class="page-head">
<h1>{{title}}</h1>
<p class="lead">{{lead}}</p>
</header>
{{#has_terms}}
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: {{title}}">
<table class="term-table">
<caption class="visually-hidden">{{title}}</caption>
<thead>
<tr>
<th scope="col">{{singular}}</th>
<th scope="col" class="right">Incidents</th>
<th scope="col" class="right">Last 12 months</th>
<th scope="col" class="right">Downtime</th>
<th scope="col" class="right"><abbr title="The largest incident's share of the downtime">Largest</abbr></th>
<th scope="col" class="right"><abbr title="Median time to resolve, with its 95 % interval; from 6 incidents on">Median resolve</abbr></th>
<th scope="col" class="right"><abbr title="Action items still open">Open actions</abbr></th>
</tr>
</thead>
<tbody>
{{#term}}
<tr>
<th scope="row">{{shape_html:none}}<a href="{{url}}">{{name}}</a>{{#has_description}}<span class="row-summary">{{description}}</span>{{/has_description}}</th>
<td class="right">{{count}}</td>
<td class="right">{{recent}}</td>
<td class="right nowrap">{{downtime_html:none}}</td>
<td class="right nowrap">{{share}}</td>
<td class="right nowrap">{{median_html:none}}</td>
<td class="right">{{open_actions}}</td>
</tr>
{{/term}}
</tbody>
</table>
</div>
<p class="quiet">An incident can count in several rows. A median needs at least 6 incidents; below that the row shows –.</p>
{{/has_terms}}
{{#no_terms}}
<p class="empty">{{empty_text}}</p>
{{/no_terms}}
