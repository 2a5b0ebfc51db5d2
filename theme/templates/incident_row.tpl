<tr{{#is_filterable}} data-severity="{{severity_slug}}" data-service="{{service_slugs}}" data-trigger="{{trigger_slugs}}" data-root-cause="{{root_cause_slugs}}" data-year="{{year}}" data-state="{{state}}" data-open="{{has_open}}"{{/is_filterable}}>
<td class="nowrap">{{date_html:none}}</td>
<td>{{severity_html:none}}</td>
<th scope="row"><a href="{{url}}">{{title}}</a>{{#label}} <span class="label">{{text}}</span>{{/label}}{{#has_summary}}<span class="row-summary">{{summary}}</span>{{/has_summary}}</th>
<td class="terms">{{#service}}<a href="{{url}}">{{title}}</a> {{/service}}</td>
<td class="right nowrap">{{detect_html:none}}</td>
<td class="right nowrap">{{resolve_html:none}}</td>
<td class="right">{{#has_open_count}}<a href="{{url}}#page-actions">{{open_count}}</a>{{/has_open_count}}{{#no_open_count}}<span class="quiet">0</span>{{/no_open_count}}</td>
</tr>
