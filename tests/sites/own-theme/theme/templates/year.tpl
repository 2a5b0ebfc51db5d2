<h1>{{title}}!</h1>
<p title="{{facts}}">{{facts}}</p>
