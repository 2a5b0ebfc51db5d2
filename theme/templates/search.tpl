<header class="page-head">
<h1>Search</h1>
</header>
<noscript>
<p class="lead">Searching as you type needs JavaScript, which is switched off here. Everything is within reach all the same:</p>
</noscript>
<form class="search-form" role="search" aria-label="Search incidents" action="search.html" method="get" hidden>
<label for="search-query" class="visually-hidden">Words, errors, services</label>
<input type="search" id="search-query" name="q" placeholder="Symptoms, errors, services …" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
<button type="submit">Search</button>
</form>
<div id="search-page" class="with-filters" hidden>
<div class="filters">
<details class="filters-fold" open>
<summary>Filter</summary>
<div id="search-facets" role="group" aria-label="Filter results"></div>
</details>
</div>
<div>
<p id="search-status" role="status" aria-live="polite"></p>
<div id="search-tools" class="search-tools" hidden></div>
<ol id="search-results" class="results"></ol>
<button type="button" id="search-more" hidden>Show more</button>
</div>
</div>
<div id="search-start" class="prose">
<p>Browse <a href="{{incidents_url}}">all incidents</a>{{#browse}}, <a href="{{url}}">{{title}}</a>{{/browse}}, or a year:</p>
<ul class="year-links">
{{#year}}
<li><a href="{{url}}">{{title}}</a> <span class="quiet">{{count}}</span></li>
{{/year}}
</ul>
<h2 id="search-syntax">What can be typed</h2>
<dl class="syntax">
<div><dt><code>disk full</code></dt><dd>both words, in any form: <em>disks</em>; if few have both, then also those with one</dd></div>
<div><dt><code>"no space left"</code></dt><dd>these words in this order</dd></div>
<div><dt><code>wl-deployer_api</code></dt><dd>identifiers, errors and tickets as they are written</dd></div>
<div><dt><code>timeout -dns</code></dt><dd>without a word</dd></div>
<div><dt><code>certif*</code> <code>*refused</code> <code>kafak~1</code></dt><dd>any ending, any beginning, one letter off</dd></div>
<div><dt><code>title:certificate</code></dt><dd>in one part: title, terms, summary, body, timeline, actions</dd></div>
<div><dt><code>service:checkout sev:1</code></dt><dd>also <code>trigger:</code>, <code>cause:</code>, <code>status:</code>, <code>year:2024</code>, <code>before:2025-01</code>, <code>after:2024-06-30</code></dd></div>
</dl>
</div>
