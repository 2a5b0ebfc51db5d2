<header class="page-head">
<h1>Metrics</h1>
<p class="lead">How this site measures detection and recovery, what is missing behind the figures, and what they cannot tell. Times are never typed by hand: each duration is the difference of two recorded times.</p>
</header>
<section aria-labelledby="clock">
<h2 id="clock">The clock of an incident</h2>
<svg class="plot clock" viewBox="0 0 640 150" role="img" aria-label="From started to detected is the time to detect; from detected to acknowledged the time to acknowledge; from started to mitigated the time to mitigate and the downtime; from started to resolved the time to resolve.">
<path class="axis" d="M46 66H620"/>
<path class="clock-mark" d="M60 58v16M170 58v16M260 58v16M430 58v16M600 58v16"/>
<text class="axis-x strong" x="60" y="48">started</text>
<text class="axis-x strong" x="170" y="48">detected</text>
<text class="axis-x strong" x="260" y="30">acknowledged</text>
<text class="axis-x strong" x="430" y="48">mitigated</text>
<text class="axis-x strong" x="600" y="48">resolved</text>
<path class="clock-span" d="M60 82v8H168v-8M172 82v8H260v-8M60 106v8H430v-8M60 130v8H600v-8"/>
<text class="axis-x halo" x="114" y="94">TTD</text>
<text class="axis-x halo" x="216" y="94">TTA</text>
<text class="axis-x halo" x="245" y="118">TTM = downtime</text>
<text class="axis-x halo" x="330" y="142">TTR</text>
</svg>
</section>
<section aria-labelledby="formulas">
<h2 id="formulas">Formulas, and what they come to here</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: formulas and values">
<table>
<caption class="visually-hidden">Formulas and values</caption>
<thead>
<tr><th scope="col">Measure</th><th scope="col">Formula</th><th scope="col" class="right">n</th><th scope="col" class="right">Median (95 % interval)</th><th scope="col" class="right">p90</th><th scope="col" class="right">Mean</th><th scope="col" class="right">Sum</th><th scope="col" class="right"><abbr title="The longest incident's share of the sum">Longest</abbr></th></tr>
</thead>
<tbody>
{{#measure}}
<tr id="{{anchor}}"><th scope="row">{{name}}</th><td>{{formula}}</td><td class="right">{{n}}</td><td class="right nowrap">{{median}}</td><td class="right nowrap">{{p90}}</td><td class="right nowrap">{{mean}}</td><td class="right nowrap">{{total}}</td><td class="right nowrap">{{share}}</td></tr>
{{/measure}}
</tbody>
</table>
</div>
<p class="quiet">MTTD and MTTR usually mean the means of the first and the fourth row. They are here because people ask for them; read the median first, and see <a href="#why-not-the-mean">why</a>.</p>
</section>
<section aria-labelledby="present">
<h2 id="present">What is present, what is missing</h2>
<p>Missing times are counted, never guessed. Times read from a document's text count like stated ones, unless <code>site.yml</code> says <code>metrics: {inferred: exclude}</code>. Near misses, drills, duplicates and incidents excluded by their authors stay out of all durations; ongoing incidents have no end yet. Which postmortem lacks what: <a href="{{quality_url}}">data quality</a>.</p>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: recorded times">
<table>
<caption>Recorded times, by number of postmortems</caption>
<thead>
<tr><th scope="col">Field</th><th scope="col" class="right">Stated</th><th scope="col" class="right"><abbr title="Read from the text of the document">Inferred</abbr></th><th scope="col" class="right">Missing</th><th scope="col" class="right"><abbr title="Written with ~; counts, marked as approximate">Approximate</abbr></th><th scope="col" class="right"><abbr title="A day without a time of day: too coarse for a duration">Only a day</abbr></th></tr>
</thead>
<tbody>
{{#milestone}}
<tr><th scope="row"><code>{{name}}</code></th><td class="right">{{stated}}</td><td class="right">{{inferred}}</td><td class="right">{{missing}}</td><td class="right">{{approximate}}</td><td class="right">{{days}}</td></tr>
{{/milestone}}
</tbody>
</table>
</div>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: incidents with and without a value">
<table>
<caption>Incidents with a value, and why others have none</caption>
<thead>
<tr><th scope="col">Measure</th><th scope="col" class="right">With a value</th><th scope="col" class="right">approximate</th><th scope="col" class="right">inferred</th><th scope="col" class="right">Time unknown</th><th scope="col" class="right">Ongoing</th><th scope="col" class="right">Near miss</th><th scope="col" class="right">Drill</th><th scope="col" class="right">Duplicate</th><th scope="col" class="right">Excluded</th><th scope="col" class="right"><abbr title="Rests on a time read from the text, and site.yml keeps those out">Inferred</abbr></th></tr>
</thead>
<tbody>
{{#coverage}}
<tr><th scope="row">{{name}}</th><td class="right">{{n}}</td><td class="right">{{approximate}}</td><td class="right">{{inferred}}</td>{{#reason}}<td class="right">{{count}}</td>{{/reason}}</tr>
{{/coverage}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="detection">
<h2 id="detection">Detection over time</h2>
<div class="charts">
{{>DETECT}}
</div>
</section>
<section aria-labelledby="recovery">
<h2 id="recovery">Recovery over time</h2>
<div class="charts">
{{>RESOLVE}}
</div>
</section>
<section aria-labelledby="median-first">
<h2 id="median-first">Why the median comes first</h2>
<p>Durations of incidents are heavy-tailed: most are short, a few are very long, and those few decide the mean. The median with its interval says what a usual incident is like, and how well we know it.</p>
<div class="charts">
{{>HISTOGRAM}}
</div>
</section>
<section aria-labelledby="years">
<h2 id="years">Year by year</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: year by year">
<table>
<caption class="visually-hidden">Year by year</caption>
<thead>
<tr><th scope="col">Year</th><th scope="col" class="right">Incidents</th><th scope="col" class="right"><abbr title="95 % interval of the yearly rate behind the count (Poisson, exact)">Rate</abbr></th><th scope="col" class="right"><abbr title="Incidents with a time to detect">n</abbr></th><th scope="col" class="right">Median TTD (95 % interval)</th><th scope="col" class="right">Mean (MTTD)</th><th scope="col" class="right"><abbr title="Incidents with a time to resolve">n</abbr></th><th scope="col" class="right">Median TTR (95 % interval)</th><th scope="col" class="right">Mean (MTTR)</th><th scope="col" class="right">p90</th><th scope="col" class="right">Longest</th></tr>
</thead>
<tbody>
{{#year}}
<tr><th scope="row"><a href="{{url}}">{{name}}</a></th><td class="right">{{count}}</td><td class="right nowrap">{{rate}}</td><td class="right">{{detect_n}}</td><td class="right nowrap">{{detect_median}}</td><td class="right nowrap">{{detect_mean}}</td><td class="right">{{resolve_n}}</td><td class="right nowrap">{{resolve_median}}</td><td class="right nowrap">{{resolve_mean}}</td><td class="right nowrap">{{resolve_p90}}</td><td class="right nowrap">{{longest}}</td></tr>
{{/year}}
</tbody>
</table>
</div>
<p class="quiet">A count is one draw from the rate behind it: years whose intervals overlap widely may have had the same rate. A change in how incidents are reported changes counts, too.</p>
</section>
<section aria-labelledby="change">
<h2 id="change">Can we see a change?</h2>
<p>One comparison is made, of the last 12 months with the 12 before, over the whole site. More comparisons would sooner or later show a change that is none. An arrow stands only where p &lt; 0.05.</p>
{{#change}}
<h3>{{name}}</h3>
<p>{{comparison}}</p>
<ul>
{{#power}}
<li>{{text}}</li>
{{/power}}
</ul>
{{/change}}
<p class="quiet">Mann–Whitney rank test with corrections for ties and continuity. What a sample could show: Noether, <cite>Sample size determination for some common nonparametric tests</cite>, 1987, for log-normal durations with this site's own spread.</p>
</section>
<section aria-labelledby="thresholds">
<h2 id="thresholds">When nothing is drawn</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: what is shown from which n on">
<table>
<caption class="visually-hidden">What is shown from which n on</caption>
<thead>
<tr><th scope="col">Incidents with a value</th><th scope="col">Shown</th><th scope="col">Because</th></tr>
</thead>
<tbody>
<tr><th scope="row">0</th><td>a sentence</td><td>an empty axis says less</td></tr>
<tr><th scope="row">1 to 5</th><td>each incident</td><td>no 95 % interval for a median exists below 6</td></tr>
<tr><th scope="row">6 to 19</th><td>median with interval, quartiles in a faint box</td><td>the interval is wide; a line over time would draw noise</td></tr>
<tr><th scope="row">20 to 28</th><td>also the rolling median of 20, with its interval</td><td>20 incidents a window keep the line from inventing trends</td></tr>
<tr><th scope="row">29 and more</th><td>also p90</td><td>from 29 on the sample reaches beyond the true p90 with 95 % confidence</td></tr>
<tr><th scope="row">30 in each period</th><td>also the comparison</td><td>smaller samples find a true halving less than half of the time</td></tr>
</tbody>
</table>
</div>
<ul>
<li>Median: the middle value, or the mean of the two middle ones. Quartiles and p90: Hyndman and Fan's type 7.</li>
<li>Interval of the median: the order statistics that hold it with 95 % confidence, whatever the distribution (David and Nagaraja, <cite>Order Statistics</cite>, 7.1).</li>
<li>With ongoing incidents: the Kaplan–Meier median, where they count as lasting at least until today.</li>
<li>Rate behind a count: Garwood's exact Poisson interval, 1936.</li>
</ul>
</section>
<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
<ul>
<li><b>Downtime</b> ends when users are well again (mitigated), a duration when the incident is over (resolved). Sums name the share of the largest incident.</li>
<li><b>Several causes:</b> an incident with two triggers counts in both rows; the rows of such a table do not add up to the whole.</li>
<li><b>Time zones:</b> times without an offset are read in the document's zone, else the site's ({{zone}}), and shown in UTC. Years and quarters are those of the start.</li>
<li><b>Groups are not ranked</b> by medians of fewer than 6 incidents, and people not at all.</li>
<li><b>Data:</b> <a href="{{metrics_csv_url}}">metrics.csv</a>, <a href="{{metrics_json_url}}">metrics.json</a>, <a href="{{incidents_csv_url}}">incidents.csv</a>; <code>hindsight stats</code> prints the same in a terminal.</li>
</ul>
</section>
