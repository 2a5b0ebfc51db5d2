<h1>{{title}}</h1>

<ul>
{{#newest}}

<li class={{date}}>{{title}}</li>
{{/newest}}
</ul>
