<header class="page-head">
<p class="kicker"><a href="{{index_url}}">{{kind_title}}</a></p>
<h1>{{shape_html:none}}{{title}}</h1>
{{#has_description}}
<p class="lead">{{description}}</p>
{{/has_description}}
{{#has_links}}
<ul class="term-links">
{{#has_owner}}
<li>Team: {{owner_html:none}}</li>
{{/has_owner}}
{{#link}}
<li><a href="{{url}}" rel="noopener noreferrer">{{title}}</a></li>
{{/link}}
{{#has_feed}}
<li><a href="{{feed}}">Feed</a></li>
{{/has_feed}}
</ul>
{{/has_links}}
</header>
{{>TILES}}
{{#has_incidents}}
<div class="charts">
{{>CHARTS}}
</div>
<section aria-labelledby="incidents">
<h2 id="incidents">Incidents</h2>
{{>INCIDENTS}}
{{>PAGER}}
</section>
{{/has_incidents}}
{{#no_incidents}}
<p class="empty">No incident yet.</p>
{{/no_incidents}}
{{#has_related}}
<section aria-labelledby="together">
<h2 id="together">Seen together with</h2>
<ul class="chips">
{{#related}}
<li><a href="{{url}}">{{name}} <span class="quiet">{{count}}</span></a></li>
{{/related}}
</ul>
</section>
{{/has_related}}
{{#has_actions}}
<section aria-labelledby="open-actions">
<h2 id="open-actions">Open action items</h2>
{{>ACTIONS}}
{{#more_actions}}
<p>and {{count}} more: <a href="{{url}}">{{text}}</a></p>
{{/more_actions}}
</section>
{{/has_actions}}
