<header class="page-head" id="page-not-found">
<h1>This page is not here</h1>
<p class="lead">The address may be old, or have a slip in it.</p>
</header>
<p>Try the <a href="{{incidents_url}}">list of all incidents</a>, or one of the newest:</p>
<ul>
{{#newest}}
<li><a href="{{url}}">{{title}}</a> <span class="quiet">{{date}}</span></li>
{{/newest}}
</ul>
