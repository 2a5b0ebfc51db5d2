<header class="page-head">
<h1>{{title}}</h1>
</header>
{{>TILES}}
<div class="charts">
{{>CHARTS}}
</div>
{{>CALENDAR}}
<section aria-labelledby="incidents">
<h2 id="incidents">Incidents</h2>
{{>INCIDENTS}}
{{>PAGER}}
</section>
{{#has_neighbours}}
<nav class="neighbours" aria-label="Other years">
{{#older}}
<a rel="prev" href="{{url}}"><span class="quiet">Earlier</span> {{title}}</a>
{{/older}}
{{#newer}}
<a rel="next" href="{{url}}"><span class="quiet">Later</span> {{title}}</a>
{{/newer}}
</nav>
{{/has_neighbours}}
