<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>{{title}}</title>
<id>{{id}}</id>
<updated>{{updated}}</updated>
<link rel="self" type="application/atom+xml" href="{{self_url}}"/>
<link rel="alternate" type="text/html" href="{{home_url}}"/>
<author><name>{{author}}</name></author>
<generator>Hindsight</generator>
{{#entry}}
<entry>
<title>{{title}}</title>
<id>{{id}}</id>
<link rel="alternate" type="text/html" href="{{url}}"/>
{{#has_published}}
<published>{{published}}</published>
{{/has_published}}
<updated>{{updated}}</updated>
{{#category}}
<category term="{{term}}"/>
{{/category}}
<summary type="text">{{summary}}</summary>
</entry>
{{/entry}}
</feed>
