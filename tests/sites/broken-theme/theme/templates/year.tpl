<h1>{{title}}</h1>
{{#older}}
<a href="{{url}}">{{title}}</a>
