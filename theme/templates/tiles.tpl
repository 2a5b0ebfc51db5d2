<section class="tiles" aria-label="Key figures">
{{#tile}}
<div class="tile">
<p class="tile-label">{{label}}</p>
<p class="tile-value">{{value_html:none}}</p>
<p class="tile-note">{{note}}{{#has_how_url}} · <a href="{{how_url}}">how computed</a>{{/has_how_url}}</p>
</div>
{{/tile}}
</section>
