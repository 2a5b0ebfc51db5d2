<header class="page-head">
<h1>Action items</h1>
<p class="lead">What the postmortems promised and have not marked done, oldest first.</p>
<p class="quiet">The state is what the documents say on {{built_on}} · <a href="{{csv_url}}">CSV</a> · <a href="{{json_url}}">JSON</a></p>
</header>
{{>TILES}}
{{#group}}
<section aria-labelledby="{{anchor}}">
<h2 id="{{anchor}}">{{title}}</h2>
<p class="quiet">{{note}}</p>
{{#has_rows}}
{{>ACTIONS}}
{{/has_rows}}
</section>
{{/group}}
