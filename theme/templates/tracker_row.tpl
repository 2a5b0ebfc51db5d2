<tr{{#is_filterable}} data-status="{{status}}" data-due="{{due_kind}}" data-owner="{{owner_slug}}" data-severity="{{severity_slug}}" data-service="{{service_slugs}}" data-type="{{type}}" data-cost="{{cost_seconds}}" data-age="{{age_days}}" data-due-day="{{due_day}}"{{/is_filterable}}>
<td class="nowrap"><span class="status status-{{status}}">{{status_label}}</span></td>
<th scope="row"><a href="{{url}}">{{title}}</a>{{#has_notes}} <span class="quiet">{{notes}}</span>{{/has_notes}}{{#has_ticket_html}} <span class="ticket">{{ticket_html:none}}</span>{{/has_ticket_html}}<span class="row-summary">{{shape_html:none}}<a href="{{incident_url}}">{{incident_title}}</a></span></th>
<td>{{#has_owner}}{{owner}}{{/has_owner}}{{#no_owner}}<span class="missing">No owner</span>{{/no_owner}}</td>
<td>{{#has_due_html}}<span class="nowrap">{{due_html:none}}</span>{{/has_due_html}}{{#is_overdue}} <span class="overdue">overdue</span>{{/is_overdue}}{{#by_policy}} <abbr class="quiet" title="Not stated: by the site's policy for this severity">policy</abbr>{{/by_policy}}</td>
<td class="right nowrap">{{age}}</td>
<td class="right cost">{{#has_cost}}{{#cost}}<details><summary>{{total}} · {{behind_count}}</summary><ul>{{#behind}}<li><a href="{{url}}">{{title}}</a> {{length}}</li>{{/behind}}{{#unknown}}<li class="quiet">{{count}} of unknown length</li>{{/unknown}}{{#more}}<li><a href="{{url}}">{{text}}</a></li>{{/more}}</ul></details>{{/cost}}{{/has_cost}}{{#no_cost}}<span class="quiet">–</span>{{/no_cost}}</td>
</tr>
