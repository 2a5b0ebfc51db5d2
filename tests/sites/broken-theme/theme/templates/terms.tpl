<h1>{{title}}</h1>
<p <<a href={{lead}}
