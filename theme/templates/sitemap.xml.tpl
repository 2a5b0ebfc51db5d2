<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{#page}}
<url><loc>{{url}}</loc></url>
{{/page}}
</urlset>
