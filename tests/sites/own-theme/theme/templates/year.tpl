<h1>{{title}}!</h1>
<p title="{{title}}">{{title}}</p>
