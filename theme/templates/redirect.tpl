<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{csp}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<meta http-equiv="refresh" content="0; url={{url}}">
<link rel="canonical" href="{{url}}">
</head>
<body>
<main>
<h1>Moved</h1>
<p>This postmortem is now at <a href="{{url}}">{{title}}</a>.</p>
</main>
</body>
</html>
