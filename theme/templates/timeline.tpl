<ol class="timeline">
{{#entry}}
{{#day}}
<li class="timeline-day">{{date}}</li>
{{/day}}
<li{{#has_anchor}} id="{{anchor}}"{{/has_anchor}}{{#milestone}} class="milestone milestone-{{name}}"{{/milestone}}>
<div class="timeline-when">{{#has_anchor}}<a href="#{{anchor}}">{{time_html:none}}</a>{{/has_anchor}}{{#no_anchor}}{{time_html:none}}{{/no_anchor}}{{#has_written}} <span class="quiet">{{written}}</span>{{/has_written}}{{#has_offset}} <span class="timeline-offset">{{offset}}</span>{{/has_offset}}</div>
<div class="timeline-what">{{#milestone}}<span class="label label-{{name}}">{{name}}</span> {{/milestone}}{{event_html:none}}{{#detail}}<div class="detail">{{#has_detail_label}}{{detail_label}}: {{/has_detail_label}}{{detail_html:none}}</div>{{/detail}}{{#has_link}} <a href="{{link}}" rel="noopener noreferrer">source</a>{{/has_link}}</div>
</li>
{{/entry}}
</ol>
