<header class="page-head">
<h1>Incidents</h1>
<p class="quiet">{{count_text}}, newest first · <a href="{{csv_url}}">CSV</a> · <a href="{{json_url}}">JSON</a> · <a href="{{feed_url}}">Feed</a></p>
</header>
<div class="with-filters">
<div class="filters" id="filters" role="search" aria-label="Filter incidents">
<details class="filters-fold" open>
<summary>Filter</summary>
<p class="filter-text" hidden><label for="filter-text">Words in title or summary</label><input type="search" id="filter-text" name="q" autocomplete="off" spellcheck="false"></p>
{{#facet}}
<fieldset data-facet="{{name}}">
<legend>{{title}}</legend>
<ul>
{{#option}}
<li><a href="{{url}}" data-value="{{value}}">{{shape_html:none}}{{label}}</a> <span class="facet-count">{{count}}</span></li>
{{/option}}
</ul>
</fieldset>
{{/facet}}
</details>
</div>
<div>
<div class="filter-state" hidden>
<p id="filter-count" role="status" aria-live="polite"></p>
<ul id="filter-chips" class="chips"></ul>
<button type="button" id="filter-clear">Clear all</button>
</div>
<div id="filter-empty" class="empty" hidden></div>
{{>INCIDENTS}}
{{#older}}
<nav class="pager years" aria-label="All incidents by year">
<span>The newest {{shown}} of {{total}}. All of them by year:</span>
{{#year}}
<a href="{{url}}">{{title}} <span class="quiet">{{count}}</span></a>
{{/year}}
</nav>
{{/older}}
</div>
</div>
