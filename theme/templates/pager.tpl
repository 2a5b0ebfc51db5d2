<nav class="pager" aria-label="Pages">
{{#first}}
<a href="{{url}}">First</a>
{{/first}}
{{#previous}}
<a href="{{url}}" rel="prev">Previous</a>
{{/previous}}
<span>{{range}}</span>
{{#next}}
<a href="{{url}}" rel="next">Next</a>
{{/next}}
{{#last}}
<a href="{{url}}">Last</a>
{{/last}}
</nav>
