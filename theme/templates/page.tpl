<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{csp}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{page_title}}</title>
{{#has_description}}
<meta name="description" content="{{description}}">
{{/has_description}}
<meta property="og:title" content="{{heading}}">
<meta property="og:type" content="{{og_type}}">
<meta property="og:site_name" content="{{site_title}}">
{{#has_canonical}}
<link rel="canonical" href="{{canonical}}">
{{/has_canonical}}
{{#has_icon_url}}
<link rel="icon" type="image/svg+xml" href="{{icon_url}}">
{{/has_icon_url}}
{{#stylesheet}}
<link rel="stylesheet" href="{{url}}">
{{/stylesheet}}
{{#has_stylesheet_html}}
<link rel="stylesheet" href="{{stylesheet_html:none}}">
{{/has_stylesheet_html}}
{{#early_script}}
<script src="{{url}}"></script>
{{/early_script}}
{{#script}}
<script src="{{url}}" defer></script>
{{/script}}
{{#feed}}
<link rel="alternate" type="application/atom+xml" title="{{title}}" href="{{url}}">
{{/feed}}
</head>
<body>
<a class="skip-link" href="#page-main">Skip to content</a>
<header class="site-header">
<div class="site-header-inner">
<a class="brand" href="{{home_url}}"><svg viewBox="0 0 24 24" aria-hidden="true"><path class="brand-arc" d="M20.5 12a8.5 8.5 0 1 1-3-6.5"/><path class="brand-arc" d="M18.2 1.8v4h-4"/><path class="brand-pulse" d="M5.8 12.6h2.8l1.7-4.3 2.7 8 1.7-3.7h3.4"/></svg><span>{{site_title}}</span></a>
<nav class="site-nav" aria-label="Main">
<ul>
{{#nav}}
<li><a href="{{url}}"{{#is_current}} aria-current="page"{{/is_current}}{{#is_section}} class="in-section"{{/is_section}}>{{title}}</a></li>
{{/nav}}
</ul>
</nav>
<form class="site-search" role="search" aria-label="Search" action="{{search_url}}" method="get" data-root="{{root_url}}" data-scripts="{{search_scripts}}">
<input type="search" name="q" aria-label="Search incidents" placeholder="Search" autocomplete="off">
<button type="submit" class="visually-hidden" tabindex="-1">Search</button>
<kbd class="search-hint" aria-hidden="true" hidden>/</kbd>
</form>
<label class="theme-choice" hidden><span class="visually-hidden">Colours</span>
<select id="page-theme">
<option value="auto">Auto</option>
<option value="light">Light</option>
<option value="dark">Dark</option>
</select></label>
</div>
</header>
{{#breadcrumb}}
<nav class="breadcrumb" aria-label="Breadcrumb">
<ol>
{{#crumb}}
<li><a href="{{url}}">{{title}}</a></li>
{{/crumb}}
<li aria-current="page">{{here}}</li>
</ol>
</nav>
{{/breadcrumb}}
<main id="page-main" tabindex="-1">
{{>MAIN}}
</main>
<footer class="site-footer">
<p>Built {{built_on}} from {{postmortem_count}}{{#is_public_edition}} · public edition{{/is_public_edition}} · <a href="{{feed_url}}">Feed</a> · <a href="{{about_url}}#data">Data</a> · <a href="{{quality_url}}">Data quality</a> · made with Hindsight <button type="button" class="keys-button" hidden>Keys</button></p>
</footer>
</body>
</html>
