<div class="table-scroll" role="region" tabindex="0" aria-label="Table: {{caption}}">
<table class="incidents"{{#is_filterable}} id="incident-table" data-filter="incidents"{{/is_filterable}}>
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
{{#row}}
<tr{{#is_filterable}} data-severity="{{severity_slug}}" data-service="{{service_slugs}}" data-trigger="{{trigger_slugs}}" data-root-cause="{{root_cause_slugs}}" data-year="{{year}}" data-state="{{state}}" data-open="{{has_open}}"{{/is_filterable}}>
<td class="nowrap">{{date_html:none}}</td>
<td>{{severity_html:none}}</td>
<th scope="row"><a href="{{url}}">{{title}}</a>{{#label}} <span class="label">{{text}}</span>{{/label}}{{#has_summary}}<span class="row-summary">{{summary}}</span>{{/has_summary}}</th>
<td class="terms">{{#service}}<a href="{{url}}">{{title}}</a> {{/service}}</td>
<td class="right nowrap">{{detect_html:none}}</td>
<td class="right nowrap">{{resolve_html:none}}</td>
<td class="right">{{#has_open_count}}<a href="{{url}}#page-actions">{{open_count}}</a>{{/has_open_count}}{{#no_open_count}}<span class="quiet">0</span>{{/no_open_count}}</td>
</tr>
{{/row}}
</tbody>
</table>
</div>
