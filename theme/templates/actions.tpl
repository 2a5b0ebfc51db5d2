<header class="page-head">
<h1>Action items</h1>
<p class="lead">What the postmortems promised, what is overdue, and what it has cost since.</p>
<p class="quiet">The state is what the documents say on {{built_on}} · <a href="{{csv_url}}">CSV</a> · <a href="{{json_url}}">JSON</a> · <a href="{{feed_url}}">Feed</a> · <a href="{{ics_url}}">Calendar of due dates</a></p>
</header>
<section aria-label="Counts">
<ul class="tiles count-links">
{{#count_link}}
<li class="tile">{{#has_url}}<a href="{{url}}"><span class="tile-value">{{count}}</span> <span class="tile-label">{{label}}</span></a>{{/has_url}}{{#no_url}}<p><span class="tile-value">{{count}}</span> <span class="tile-label">{{label}}</span></p>{{/no_url}}</li>
{{/count_link}}
</ul>
</section>
{{#has_items}}
<div class="with-filters">
<div class="filters" id="filters" role="search" aria-label="Filter action items">
<details class="filters-fold" open>
<summary>Filter</summary>
<p class="filter-text" hidden><label for="filter-text">Words in action or incident</label><input type="search" id="filter-text" name="q" autocomplete="off" spellcheck="false"></p>
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
{{>ROWS}}
{{>PAGER}}
<p class="quiet"><b>Cost since</b>: downtime of later incidents that share a root cause with the item's own (where one of them names none: a trigger and a service), and how many there were. An association, not a proof: the item might not have prevented them.</p>
</div>
</div>
{{/has_items}}
{{#no_items}}
<p class="empty">No postmortem lists an open action item.</p>
{{/no_items}}
{{#has_closed}}
<p><a href="{{closed_url}}">All {{closed_count}} that were done or dropped</a></p>
{{/has_closed}}
<div class="charts">
{{>AGE}}
</div>
<div class="columns">
<section aria-labelledby="by-owner">
<h2 id="by-owner">Open items by owner</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: open items by owner">
<table class="figures">
<caption class="visually-hidden">Open items by owner</caption>
<thead>
<tr><th scope="col">Owner</th><th scope="col">Open</th><th scope="col">Overdue</th><th scope="col">Oldest</th></tr>
</thead>
<tbody>
{{#owner_row}}
<tr><th scope="row"><a href="{{url}}">{{owner}}</a></th><td>{{open}}</td><td>{{overdue}}</td><td>{{oldest}}</td></tr>
{{/owner_row}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="flow">
<h2 id="flow">Opened and closed</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: opened and closed by quarter">
<table class="figures">
<caption class="visually-hidden">Opened and closed by quarter</caption>
<thead>
<tr><th scope="col">Quarter</th><th scope="col">Opened</th><th scope="col">Closed</th></tr>
</thead>
<tbody>
{{#quarter}}
<tr><th scope="row">{{name}}</th><td>{{opened}}</td><td>{{closed}}</td></tr>
{{/quarter}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="cohorts">
<h2 id="cohorts">Open items by age</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: open items by age">
<table class="figures">
<caption class="visually-hidden">Open items by age</caption>
<thead>
<tr><th scope="col">Age</th><th scope="col">Open</th></tr>
</thead>
<tbody>
{{#cohort}}
<tr><th scope="row">{{name}}</th><td>{{open}}</td></tr>
{{/cohort}}
</tbody>
</table>
</div>
</section>
</div>
{{#has_unknown}}
<section aria-labelledby="not-stated">
<h2 id="not-stated">Status not stated ({{unknown_count}})</h2>
<p class="quiet">The documents list these and do not say whether they were done. They count neither as open nor as done.</p>
{{>UNKNOWN}}
{{#all_unknown}}
<p><a href="{{url}}">All {{count}} without a status</a></p>
{{/all_unknown}}
</section>
{{/has_unknown}}
