<header class="page-head">
<h1>Closed action items</h1>
<p class="lead">What was done, and what was dropped, newest first.</p>
</header>
{{>ACTIONS}}
