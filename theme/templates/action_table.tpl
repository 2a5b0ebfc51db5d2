<div class="table-scroll" role="region" tabindex="0" aria-label="Table: {{caption}}">
<table class="actions">
<caption class="visually-hidden">{{caption}}</caption>
<thead>
<tr>
<th scope="col">Status</th>
<th scope="col">Action item</th>
{{#with_incident}}
<th scope="col">Incident</th>
{{/with_incident}}
{{#with_type}}
<th scope="col">Type</th>
{{/with_type}}
<th scope="col">Owner</th>
{{#with_priority}}
<th scope="col">Priority</th>
{{/with_priority}}
{{#with_due}}
<th scope="col">Due</th>
{{/with_due}}
{{#with_age}}
<th scope="col" class="right"><abbr title="Days since the item was opened (without a date: since its incident ended)">Age</abbr></th>
{{/with_age}}
{{#with_cost}}
<th scope="col" class="right"><abbr title="Downtime of later incidents with the same cause, and their number: an association">Cost since</abbr></th>
{{/with_cost}}
{{#with_ticket}}
<th scope="col">Ticket</th>
{{/with_ticket}}
</tr>
</thead>
<tbody>
{{#row}}
<tr{{#has_anchor}} id="{{anchor}}"{{/has_anchor}}>
<td class="nowrap"><span class="status status-{{status}}"{{#has_status_mark}} title="marked: {{status_mark}}"{{/has_status_mark}}>{{status_label}}</span>{{#is_overdue}} <span class="overdue">overdue</span>{{/is_overdue}}</td>
<th scope="row">{{title_html:none}}{{#detail}}<div class="detail">{{#has_detail_label}}{{detail_label}}: {{/has_detail_label}}{{detail_html:none}}</div>{{/detail}}</th>
{{#with_incident}}
<td class="of-incident"><a href="{{incident_url}}">{{incident_title}}</a></td>
{{/with_incident}}
{{#with_type}}
<td>{{type}}</td>
{{/with_type}}
<td class="nowrap">{{#has_owner}}{{owner}}{{/has_owner}}{{#no_owner}}<span class="missing">No owner</span>{{/no_owner}}</td>
{{#with_priority}}
<td>{{priority}}</td>
{{/with_priority}}
{{#with_due}}
<td class="nowrap">{{due_html:none}}</td>
{{/with_due}}
{{#with_age}}
<td class="right nowrap">{{age}}</td>
{{/with_age}}
{{#with_cost}}
<td class="right nowrap">{{cost}}</td>
{{/with_cost}}
{{#with_ticket}}
<td>{{ticket_html:none}}</td>
{{/with_ticket}}
</tr>
{{/row}}
</tbody>
</table>
</div>
