<header class="page-head">
<h1>Data quality</h1>
<p class="lead">What the documents state, what was inferred from their text, and what is missing. Figures on this site count only what is here.</p>
</header>
<section aria-labelledby="fields">
<h2 id="fields">Fields</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: Fields">
<table>
<thead>
<tr><th scope="col">Field</th><th scope="col" class="right">Stated</th><th scope="col" class="right">Inferred</th><th scope="col" class="right">Missing</th><th scope="col">Share known</th></tr>
</thead>
<tbody>
{{#field}}
<tr><th scope="row">{{name}}</th><td class="right">{{stated}}</td><td class="right">{{inferred}}</td><td class="right">{{missing}}</td><td>{{share_html:none}}</td></tr>
{{/field}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="postmortems">
<h2 id="postmortems">Postmortems</h2>
<p class="quiet">{{complete_text}}</p>
{{>ROWS}}
{{>PAGER}}
</section>
