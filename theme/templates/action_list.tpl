<header class="page-head">
<h1>{{title}}</h1>
<p class="lead">{{lead}}</p>
</header>
{{>ROWS}}
{{>PAGER}}
