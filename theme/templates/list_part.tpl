<header class="page-head">
<h1>{{title}}</h1>
<p class="quiet">Page {{number}} of {{parts}} · <a href="{{first_url}}">First page</a></p>
</header>
{{>ROWS}}
{{>PAGER}}
