<div class="table-scroll" role="region" tabindex="0" aria-label="Table: {{caption}}">
<table class="actions tracker"{{#is_filterable}} id="action-table" data-filter="action items"{{#is_split}} data-rows="{{row_count}}" data-pieces="actions" data-piece-rows="{{piece_rows}}"{{/is_split}}{{/is_filterable}}>
<caption class="visually-hidden">{{caption}}</caption>
<thead>
<tr>
<th scope="col">Status</th>
<th scope="col">Action item</th>
<th scope="col">Owner</th>
<th scope="col" data-sort="due-day" data-sort-first="ascending">Due</th>
<th scope="col" class="right" data-sort="age" data-sort-first="descending">Age</th>
<th scope="col" class="right" data-sort="cost" data-sort-first="descending">Cost since</th>
</tr>
</thead>
<tbody>
{{rows_html:none}}</tbody>
</table>
</div>
