<article class="incident">
<header class="page-head">
<p class="kicker">{{severity_html:none}}{{#label}} <span class="label label-{{slug}}">{{text}}</span>{{/label}} <span class="quiet">{{id}}</span></p>
<h1{{#has_title_anchor}} id="{{title_anchor}}"{{/has_title_anchor}}>{{title}}</h1>
<p class="when">{{when_html:none}}</p>
{{#has_head_terms}}
<ul class="head-terms">
{{#head_term}}
<li><span class="quiet">{{name}}</span> {{links_html:none}}</li>
{{/head_term}}
</ul>
{{/has_head_terms}}
</header>
<section class="minute" aria-labelledby="page-minute">
<h2 id="page-minute">In one minute</h2>
<dl>
{{#minute}}
<div><dt>{{question}}</dt><dd>{{answer_html:none}}</dd></div>
{{/minute}}
</dl>
</section>
{{#has_phases_html}}
<section aria-labelledby="page-clock">
<h2 id="page-clock" class="visually-hidden">The incident's clock</h2>
{{phases_html:none}}
</section>
{{/has_phases_html}}
<div class="with-aside">
<div class="prose-column">
<div class="prose">
{{body_html:none}}
</div>
{{#extra_timeline}}
<section aria-labelledby="{{timeline_anchor}}">
<h2 id="{{timeline_anchor}}">Timeline</h2>
{{timeline_html:none}}
</section>
{{/extra_timeline}}
{{#extra_actions}}
<section aria-labelledby="{{actions_heading_id}}">
<h2 id="{{actions_heading_id}}">Action items</h2>
{{actions_html:none}}
</section>
{{/extra_actions}}
{{#no_timeline}}
<section aria-labelledby="{{timeline_anchor}}">
<h2 id="{{timeline_anchor}}">Timeline</h2>
<p>{{not_recorded_html:none}}</p>
</section>
{{/no_timeline}}
{{#no_actions}}
<section aria-labelledby="{{actions_anchor}}">
<h2 id="{{actions_anchor}}">Action items</h2>
<p>{{not_recorded_html:none}}</p>
</section>
{{/no_actions}}
{{#recurrence}}
<section class="since" aria-labelledby="{{anchor}}">
<h2 id="{{anchor}}">Before and since</h2>
{{#later}}
<p>{{text}}</p>
<ul>
{{#incident}}
<li><a href="{{url}}">{{title}}</a> <span class="quiet">{{date}} · {{length}} · {{why}}</span></li>
{{/incident}}
{{#rest}}
<li class="quiet">and {{count}} more</li>
{{/rest}}
</ul>
{{/later}}
{{#open_then}}
<p>{{text}}</p>
<ul>
{{#promise}}
<li><a href="{{url}}">{{title}}</a> <span class="quiet">{{incident_title}} · now: {{status_label}}</span></li>
{{/promise}}
{{#rest}}
<li class="quiet">and {{count}} more</li>
{{/rest}}
</ul>
{{/open_then}}
</section>
{{/recurrence}}
{{#has_similar}}
<section class="similar" aria-labelledby="page-similar">
<h2 id="page-similar">Similar incidents</h2>
<ul>
{{#similar}}
<li><a href="{{url}}">{{title}}</a> <span class="quiet">{{facts}}</span><span class="shared-words">both speak of {{words}}</span></li>
{{/similar}}
</ul>
</section>
{{/has_similar}}
</div>
<div class="facts-column">
<section class="facts" aria-labelledby="page-facts">
<h2 id="page-facts">Facts</h2>
<dl>
{{#fact}}
<div><dt>{{name}}</dt><dd>{{value_html:none}}{{#inferred}} <span class="mark"><a class="inferred" href="{{url}}">{{word}}<span class="visually-hidden"> ({{evidence}})</span></a><span class="evidence" aria-hidden="true">{{evidence}}</span></span>{{/inferred}}</dd></div>
{{/fact}}
</dl>
</section>
{{#has_toc}}
<nav class="toc" aria-labelledby="page-contents">
<h2 id="page-contents">On this page</h2>
<ul>
{{#toc}}
<li class="toc-{{level}}"><a href="#{{anchor}}">{{text}}</a></li>
{{/toc}}
</ul>
</nav>
{{/has_toc}}
<ul class="page-tools">
<li><button type="button" class="copy-link" hidden>Copy link</button></li>
{{#has_edit_url}}
<li><a href="{{edit_url}}" rel="noopener noreferrer">Edit this postmortem</a></li>
{{/has_edit_url}}
</ul>
</div>
</div>
{{#has_neighbours}}
<nav class="neighbours" aria-label="Neighbouring incidents">
{{#older}}
<a rel="prev" href="{{url}}"><span class="quiet">Older</span> {{title}}</a>
{{/older}}
{{#newer}}
<a rel="next" href="{{url}}"><span class="quiet">Newer</span> {{title}}</a>
{{/newer}}
</nav>
{{/has_neighbours}}
</article>
