{{#postmortem}}<article class="quality" id="{{anchor}}">
<h3><a href="{{url}}">{{title}}</a></h3>
<p class="quiet">{{file}}</p>
{{#has_inferred}}
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: inferred, {{file}}">
<table>
<caption>Inferred from the text</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Line</th><th scope="col">Found by</th><th scope="col">Evidence</th></tr></thead>
<tbody>
{{#inferred}}
<tr><th scope="row">{{name}}</th><td>{{line}}</td><td>{{how}}</td><td><q>{{quote}}</q></td></tr>
{{/inferred}}
</tbody>
</table>
</div>
{{/has_inferred}}
{{#has_missing}}
<p>Missing: {{missing}}</p>
{{/has_missing}}
</article>
{{/postmortem}}
