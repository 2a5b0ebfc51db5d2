<header class="page-head">
<h1>{{site_title}}</h1>
{{#has_site_description}}
<p class="lead">{{site_description}}</p>
{{/has_site_description}}
</header>
{{#has_notices}}
<ul class="notices">
{{#notice}}
<li><a href="{{url}}">{{text}}</a></li>
{{/notice}}
</ul>
{{/has_notices}}
{{>TILES}}
<section aria-labelledby="latest">
<div class="section-head"><h2 id="latest">Latest incidents</h2><a href="{{incidents_url}}">All {{incident_count}}</a></div>
{{>LATEST}}
</section>
<div class="charts">
{{>DURATIONS}}
</div>
<div class="columns">
{{#group}}
<section aria-labelledby="{{anchor}}">
<div class="section-head"><h2 id="{{anchor}}">{{title}}</h2><a href="{{url}}">All</a></div>
<p class="quiet">{{note}}</p>
<ol class="bars">
{{#bar}}
<li{{#is_short}} class="is-short"{{/is_short}}><a href="{{url}}"><span class="bar-name">{{name}}</span> <span class="bar-value">{{value}}</span></a>{{bar_html:none}}</li>
{{/bar}}
</ol>
</section>
{{/group}}
</div>
{{#has_actions}}
<section aria-labelledby="costliest-actions">
<div class="section-head"><h2 id="costliest-actions">Costliest open action items</h2><a href="{{actions_url}}">All {{open_action_count}}</a></div>
{{>ACTIONS}}
</section>
<div class="charts">
{{>AGE}}
</div>
{{/has_actions}}
{{>CALENDAR}}
<section class="welcome" aria-labelledby="new-here">
<h2 id="new-here">New here?</h2>
<ul>
<li><a href="{{about_url}}#reading">How to read a postmortem</a></li>
<li><a href="{{about_url}}#severities">What the severities mean</a></li>
<li><a href="{{about_url}}#glossary">Glossary: detected, mitigated, resolved</a></li>
<li><a href="{{metrics_url}}">How these figures are computed</a></li>
<li><a href="{{quality_url}}">What they do not know</a></li>
</ul>
</section>
