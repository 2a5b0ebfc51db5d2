#include "render/template.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "render/template_compiler.hpp"
#include "render/view.hpp"

namespace hindsight {
namespace {

struct File {
  std::string_view name;
  std::string_view source;
};

std::string render_files(std::initializer_list<File> files, const View& view,
                         MarkupSyntax syntax = MarkupSyntax::html) {
  Templates templates;
  for (const File& file : files) {
    CompiledTemplate compiled = compile_template(file.source, syntax);
    CAPTURE(file.source);
    if (compiled.problem) FAIL_CHECK(compiled.problem->found);
    templates.emplace(Name(file.name).id(), std::move(compiled.result));
  }
  TextBuffer page;
  render_template(templates.at(Name(files.begin()->name).id()), view.data(), templates, page);
  return page.take();
}

std::string render(std::string_view source, const View& view) { return render_files({{"page", source}}, view); }

std::string render_xml(std::string_view source, const View& view) {
  return render_files({{"page", source}}, view, MarkupSyntax::xml);
}

TemplateProblem problem_of(std::string_view source, MarkupSyntax syntax = MarkupSyntax::html) {
  CAPTURE(source);
  const CompiledTemplate compiled = compile_template(source, syntax);
  REQUIRE(compiled.problem);
  return *compiled.problem;
}

void check_refused(std::string_view source, std::string_view found, int line = 1) {
  const TemplateProblem problem = problem_of(source);
  CAPTURE(source);
  CHECK(problem.found == found);
  CHECK(problem.line == line);
}

/// What a value becomes in a template with one {{x}}.
std::string shown(std::string_view source, std::string_view value) {
  View view;
  view.set("x", value);
  return render(source, view);
}

}  // namespace

TEST_CASE("templates: a value is looked up in the section's view, then in those around it") {
  View view;
  view.set("name", "page").set("other", "outer");
  View row = view.add("row");
  row.set("name", "row");
  row.add("cell").set("cell", "1");
  CHECK(render("{{name}}{{#row}} {{name}} {{other}}{{#cell}} {{name}} {{cell}}{{/cell}}{{/row}} {{cell}}", view) ==
        "page row outer row 1 ");
}

TEST_CASE("templates: a page inside another view sees what that has, and its own hides it") {
  View shared;
  shared.set("site", "site").set("title", "shared");
  shared.add("nav").set("name", "a");
  shared.add("nav").set("name", "b");
  for (const std::string_view title : {"first", "second"}) {
    View page = View::inside(shared);
    page.set("title", title).add("crumb").set("name", "c");
    CHECK(render("{{site}}{{#nav}} {{name}}{{/nav}} {{title}}{{#crumb}} {{name}} {{site}}{{/crumb}}", page) ==
          "site a b " + std::string(title) + " c site");
  }
  CHECK(render("{{title}}{{#crumb}} never{{/crumb}}", shared) == "shared");
}

TEST_CASE("templates: texts of all lengths come out whole, also where they fill the room") {
  const auto check = [](std::size_t size) {
    const std::string text(size, 'a');
    CHECK(render(text + "{{x}}" + text + "<b>", View()) == text + text + "<b>");
  };
  for (std::size_t size = 0; size < 50; ++size) check(size);
  for (std::size_t size = 1980; size < 2020; ++size) check(size);
  for (std::size_t size = 3980; size < 4020; ++size) check(size);
}

TEST_CASE("templates: what is missing prints nothing") {
  const View view;
  CHECK(render("<p>{{x}}{{x_html:none}}{{#x}}never{{/x}}{{>X}}</p>", view) == "<p></p>");
}

TEST_CASE("templates: the value that was set last counts") {
  View view;
  view.set("x", "1").set("x", 2L);
  CHECK(render("{{x}}", view) == "2");
}

TEST_CASE("templates: add() shows a section once more, show() once in all") {
  View view;
  view.show("once").show("once");
  view.add("twice");
  view.add("twice").set("x", "b");
  view.show("twice");
  CHECK(render("{{#once}}1{{/once}} {{#twice}}({{x}}){{/twice}}", view) == "1 ()(b)");
  view.show_either(false, "yes", "no").set_if("empty", "").set_if("full", "f").set_html_if("y_html", "<b>");
  CHECK(render("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{#has_empty}}e{{/has_empty}}{{#has_full}}{{full}}{{/has_full}}"
               "{{#has_y_html}}{{y_html:none}}{{/has_y_html}}",
               view) == "nf<b>");
}

TEST_CASE("templates: a section of an outer view shows with the names of that view") {
  View view;
  view.set("x", "outer").show("with");
  view.add("row").set("x", "inner");
  CHECK(render("{{#row}}{{x}} {{#with}}{{x}}{{/with}}{{/row}}", view) == "inner outer");
}

TEST_CASE("templates: an included template sees what its view sets, and global values") {
  View view;
  view.set("x", "hidden").set("y", "page").set_global("g", "everywhere").set_global("y", "global");
  view.include("PART", "part").set("z", "1");
  view.include("PART", "part").set("z", "2");
  view.include("PART", "missing");
  CHECK(render_files({{"page", "{{y}} {{g}}:{{>PART}}"}, {"part", "[{{x}}{{y}}{{z}} {{g}}]"}}, view) ==
        "page everywhere:[global1 everywhere][global2 everywhere]");
}

TEST_CASE("templates: an include of an outer view is found in a section") {
  View view;
  view.show("row").include("PART", "part").set("x", "1");
  CHECK(render_files({{"page", "{{#row}}{{>PART}}{{/row}}"}, {"part", "{{x}}"}}, view) == "1");
}

TEST_CASE("templates: blank lines go, and what is around a marker that is alone in its line") {
  View view;
  view.add("row").set("x", "1");
  view.add("row").set("x", "2");
  CHECK(render("<ul>\n\n  \t\n  {{#row}}  \n  <li>{{x}}\n{{! nothing }}\n{{/row}}\r\n</ul>\n   ", view) ==
        "<ul>\n  <li>1\n  <li>2\n</ul>\n");
  CHECK(render("{{#row}}\n{{x}}\n{{/row}}", view) == "1\n2\n");
  CHECK(render("a {{! kept line }}\n{{#row}}{{x}}{{/row}}\nb\r\n", view) == "a \n12\nb\r\n");
}

TEST_CASE("templates: long texts and many pieces come out whole") {
  View view;
  const std::string text = std::string(3000, 'a') + "<" + std::string(9000, 'b');
  view.set("x", text).set_html("y_html", text).set_html("z_html", std::string(text));
  std::string rows;
  for (int number = 0; number < 3000; ++number) {
    view.add("row").set("x", static_cast<long>(number));
    rows += std::to_string(number) + ",";
  }
  const std::string escaped = std::string(3000, 'a') + "&lt;" + std::string(9000, 'b');
  CHECK(render("{{x}}|{{y_html:none}}|{{z_html:none}}|{{#row}}{{x}},{{/row}}", view) ==
        escaped + "|" + text + "|" + text + "|" + rows);
}

TEST_CASE("templates: text and quoted attributes are escaped, wherever in a word the character stands") {
  for (const std::string_view source : {"{{x}}", "<title>{{x}}</title>", "<p title=\"{{x}}\">", "<p title='{{x}}'>"}) {
    const std::string frame = shown(source, "|");
    const std::string before = frame.substr(0, frame.find('|'));
    const std::string after = frame.substr(frame.find('|') + 1);
    for (std::size_t length = 0; length < 20; ++length) {
      const std::string fill(length, 'x');
      CHECK(shown(source, fmt::format("{0}&<>\"'{0}", fill)) ==
            fmt::format("{1}{0}&amp;&lt;&gt;&quot;&#39;{0}{2}", fill, before, after));
      CHECK(shown(source, fmt::format("{0}\t\n\v\f\r#\x01é{0}", fill)) ==
            fmt::format("{1}{0}     #\x01é{0}{2}", fill, before, after));
    }
  }
}

TEST_CASE("templates: an address is of the web or relative, where a value could bring its scheme") {
  const auto href = [](std::string_view value) { return shown("<a href=\"{{x}}\">", value); };
  for (const std::string_view fine :
       {"", "a.html", "../a/b:c", "/a", "#a", "?q=1", "http://a", "HTTPS://a:1/", "//a"}) {
    CHECK(href(fine) == "<a href=\"" + std::string(fine) + "\">");
  }
  for (const std::string_view bad : {"javascript:alert(1)", "JavaScript:1", "data:text/html,x", "mailto:a",
                                     "http:", "http://", ":", "a:b", " http://a", "java\nscript:1"}) {
    CHECK(href(bad) == "<a href=\"#\">");
  }
  const std::string far(300, ' ');
  CHECK(shown("<a href=\"" + far + "{{x}}\">", "a:b") == "<a href=\"" + far + "#\">");
  CHECK(href("a?b=\"&c") == "<a href=\"a?b=&quot;&amp;c\">");
  CHECK(shown("<a href=\"#{{x}}\">", "a:b") == "<a href=\"#a:b\">");
  CHECK(shown("<a href=\"{{x}}#a\">", "a:b") == "<a href=\"##a\">");
  CHECK(shown("<a href=\"  {{x}}\">", "a:b") == "<a href=\"  #\">");
  CHECK(shown("<a href=\"java{{x}}\">", "script:1") == "<a href=\"java#\">");
  CHECK(shown("<a href=\"{{y}}{{x}}\">", "a:b") == "<a href=\"#\">");
  CHECK(shown("<a HREF='{{x}}'>", "a:b") == "<a HREF='#'>");
  CHECK(shown("<form action=\"{{x}}\"><button formaction=\"{{x}}\">", "a:b") ==
        "<form action=\"#\"><button formaction=\"#\">");
  CHECK(shown("<a data-url=\"{{x}}\">", "a:b") == "<a data-url=\"a:b\">");
  CHECK(shown("<a href=\"{{#y}}#{{/y}}{{x}}\">", "a:b") == "<a href=\"#\">");
}

TEST_CASE("templates: the address in a refresh is one, other contents of <meta> are not") {
  CHECK(shown("<meta http-equiv=\"refresh\" content=\"0; url={{x}}\">", "a:b") ==
        "<meta http-equiv=\"refresh\" content=\"0; url=#\">");
  CHECK(shown("<meta content='5;URL = \"{{x}}'>", "a:b") == "<meta content='5;URL = \"#'>");
  CHECK(shown("<meta content=\"3, {{x}}\">", "a:b") == "<meta content=\"3, #\">");
  CHECK(shown("<meta content=\"0; url=a/{{x}}\">", "a:b") == "<meta content=\"0; url=a/a:b\">");
  CHECK(shown("<meta content=\"{{x}}; {{x}}\">", "a:b") == "<meta content=\"a:b; a:b\">");
  CHECK(shown("<p content=\"0; url={{x}}\">", "a:b") == "<p content=\"0; url=a:b\">");
}

TEST_CASE("templates: markup is printed as it is, in text and in attributes") {
  View view;
  view.set_html("x_html", "<b>&amp;</b>").set_html("u_html", "data:text/css,a");
  CHECK(render("{{x_html:none}} {{x_html}} <link href=\"{{u_html:none}}\">", view) ==
        "<b>&amp;</b> &lt;b&gt;&amp;amp;&lt;/b&gt; <link href=\"data:text/css,a\">");
}

TEST_CASE("templates: XML has its own escape and no addresses") {
  View view;
  view.set("x", "a:b & <c> \"d\" 'e'\n\x01\x1f\t");
  CHECK(render_xml("<?xml version=\"1.0\"?>\n<!-- c --><a href=\"{{x}}\">{{x}}</a><title><b>{{x}}</b></title>", view) ==
        "<?xml version=\"1.0\"?>\n<!-- c --><a href=\"a:b &amp; &lt;c&gt; &quot;d&quot; &#39;e&#39;\n  \t\">"
        "a:b &amp; &lt;c&gt; &quot;d&quot; &#39;e&#39;\n  \t</a>"
        "<title><b>a:b &amp; &lt;c&gt; &quot;d&quot; &#39;e&#39;\n  \t</b></title>");
  CHECK(problem_of("<a><![CDATA[{{x}}]]></a>", MarkupSyntax::xml).found == "{{x}} inside <![CDATA[…]]>");
  CHECK(problem_of("<?xml {{x}}?>", MarkupSyntax::xml).found == "{{x}} inside <?…?>");
  CHECK(problem_of("<a b={{x}}/>", MarkupSyntax::xml).found == "{{x}} in the attribute b without quotes");
}

TEST_CASE("templates: a value has its places and no others") {
  check_refused("<p>\n<p class={{x}}>", "{{x}} in the attribute class without quotes", 2);
  check_refused("<p class=a{{x}}>", "{{x}} in the attribute class without quotes");
  check_refused("<{{x}}>", "{{x}} in the name of an element");
  check_refused("<h{{x}}>", "{{x}} inside the tag <h>");
  check_refused("</{{x}}>", "{{x}} in the name of an element");
  check_refused("</p{{x}}>", "{{x}} in an end tag");
  check_refused("<p {{x}}>", "{{x}} inside the tag <p>");
  check_refused("<p a{{x}}=\"1\">", "{{x}} in the name of an attribute");
  check_refused("<p a=\"1\"{{x}}>", "{{x}} inside the tag <p>");
  check_refused("<p a=\"1\" {{x_html:none}}>", "{{x_html}} inside the tag <p>");
  check_refused("<script>\n\nlet a = \"{{x}}\"</script>", "{{x}} inside <script>", 3);
  check_refused("<script>a</scrip{{x}}</script>", "{{x}} in what may end <script>");
  check_refused("<STYLE>{{x}}</style>", "{{x}} inside <style>");
  check_refused("<style>{{x_html:none}}</style>", "{{x_html}} inside <style>");
  check_refused("<iframe>{{x}}</iframe>", "{{x}} inside <iframe>");
  check_refused("<title>{{x_html:none}}</title>", "{{x_html}} inside <title>");
  check_refused("<title><{{x}}</title>", "{{x}} in what may end <title>");
  check_refused("<!-- {{x}} -->", "{{x}} in a comment");
  check_refused("<!{{x}}>", "{{x}} inside <!…>");
  check_refused("<!DOCTYPE {{x}}>", "{{x}} inside <!…>");
  check_refused("<p onclick=\"{{x}}\">", "{{x}} in the attribute onclick");
  check_refused("<p ONCLICK='{{x}}'>", "{{x}} in the attribute onclick");
  check_refused("<p style=\"{{x}}\">", "{{x}} in the attribute style");
  check_refused("<iframe srcdoc=\"{{x_html:none}}\">", "{{x_html}} in the attribute srcdoc");
  check_refused("<p title=\"{{>X}}\">", "{{>X}} in the attribute title");
  check_refused("<p {{>X}}>", "{{>X}} inside the tag <p>");
  check_refused("<title>{{>X}}</title>", "{{>X}} inside <title>");
}

TEST_CASE("templates: comments, scripts and titles end where browsers end them") {
  CHECK(shown("<!-- <script> --> {{x}}", "<") == "<!-- <script> --> &lt;");
  CHECK(shown("<!--> {{x}}", "<") == "<!--> &lt;");
  CHECK(shown("<!---> {{x}}", "<") == "<!---> &lt;");
  CHECK(shown("<!-- a --!> {{x}}", "<") == "<!-- a --!> &lt;");
  CHECK(shown("<script>a </b> </scripts> < / </SCRIPT > {{x}}", "<") ==
        "<script>a </b> </scripts> < / </SCRIPT > &lt;");
  CHECK(shown("<title><b class=></title>{{x}}", "<") == "<title><b class=></title>&lt;");
  CHECK(shown("a < b <3 {{x}}", "<") == "a < b <3 &lt;");
  check_refused("<!--a-- {{x}}", "{{x}} in a comment");
  check_refused("<script><!-- a", "<!-- in a script");
  check_refused("<![CDATA[a", "<![");
}

TEST_CASE("templates: broken tags are told where they break") {
  check_refused("<h1>a</h1>\n<p <<a href={{x}}", "< inside the tag <p>, where the name of an attribute should be", 2);
  check_refused("<p<a>", "< inside the tag <p>");
  check_refused("\n<p class=\"a\"\">", "\" inside the tag <p>, where the name of an attribute should be", 2);
  check_refused("<p =\"a\">", "= inside the tag <p>, where the name of an attribute should be");
  check_refused("<p class=a\"b>", "\" in the attribute class without quotes");
  check_refused("<p class=>", "the attribute class has no value after =");
  check_refused("</>", "</ without a name");
  check_refused("<p é=\"a\">", "? inside the tag <p>, where the name of an attribute should be");
  check_refused("<pé {{x}}>", "{{x}} inside the tag <p?\?>");
  check_refused("</p class=\"a\">", "an end tag with more than a name");
  check_refused("<a href=\"java{{#y}}{{/y}}script:a\">", "an address that is a script");
  check_refused("<a href=\"{{x}}:a\">", "a value may become the scheme of the address in the attribute href");
  check_refused("a\n<p\nclass=\"a>\n", "the template ends in the attribute class", 2);
  check_refused("a\n\n<script>b", "the template ends inside <script>", 3);
  check_refused("a <", "the template ends in the name of an element");
}

TEST_CASE("templates: a section leaves tags and quotes as it found them") {
  View view;
  view.set("x", "1").show("a").show("b");
  CHECK(render("<p{{#a}} id=\"{{x}}\"{{/a}}{{#no}} hidden{{/no}}{{#b}} hidden{{/b}} class=\"c{{#a}} d{{/a}}\">",
               view) == "<p id=\"1\" hidden class=\"c d\">");
  CHECK(render("<p {{#a}}id=\"{{x}}\" {{/a}}{{#no}}a=\"b\" {{/no}}>", view) == "<p id=\"1\" >");
  CHECK(render("<p{{#a}}{{#b}} id=\"{{x}}\"{{/b}}{{/a}}>{{#a}}<i>{{/a}}", view) == "<p id=\"1\"><i>");
  check_refused("<p>{{#a}}<b{{/a}}>", "the section began in text and ends inside the tag <b>");
  check_refused("<p{{#a}}>\n{{/a}}", "the section began inside the tag <p> and ends in text", 2);
  check_refused("<p class={{#a}}\"b\"{{/a}}>",
                "the section began in the attribute class without quotes and ends inside the tag <p>");
  check_refused("<p class=\"{{#a}}\"{{/a}}>", "the section began in the attribute class and ends inside the tag <p>");
  check_refused("<p {{#a}}on{{/a}}click=\"{{x}}\">",
                "the section began inside the tag <p> and ends in the name of an attribute");
  check_refused("<p{{#a}}id=\"1\"{{/a}}>", "after a section inside the tag <p> there is no white space");
  check_refused("<p{{#a}} id=\"1\"{{/a}}class=\"b\">", "after a section inside the tag <p> there is no white space");
  check_refused("<p {{#a}}x=\"1\" o{{/a}}>",
                "the section began inside the tag <p> and ends in the name of an attribute");
  check_refused("<p hidden{{#a}}=\"{{x}}\"{{/a}}>", "after a section inside the tag <p> there is no white space");
  check_refused("{{#a}}<!--{{/a}}{{x}}-->", "the section began in text and ends in a comment");
  check_refused("{{#a}}<script>{{/a}}", "the section began in text and ends inside <script>");
  check_refused("<script></scr{{#a}}ipt{{/a}}>",
                "the section began in what may end <script> and ends in what may end <script>");
}

TEST_CASE("templates: markers that are none are told with their line") {
  check_refused("a\n\n{{#a}}\n", "{{#a}} is not closed", 3);
  check_refused("{{#a}}\n\n{{/b}}{{/a}}", "{{/b}} closes nothing", 3);
  CHECK(problem_of("\n{{#a}}\n{{/b}}").wanted == "{{/a}}, opened in line 2");
  check_refused("{{/b}}", "{{/b}} closes nothing");
  check_refused("a\n{{title\n", "{{ is not closed", 2);
  check_refused("\n\n{{a b}}", "\"{{a b}}\"", 3);
  check_refused("{{}}", "\"{{}}\"");
  check_refused("{{{x}}", "\"{{{x}}\"");
  check_refused("{{%AUTOESCAPE context=\"XML\"}}", "\"{{%AUTOESCAPE context=\"XML\"}}\"");
  check_refused("{{=| |=}}", "\"{{=| |=}}\"");
  check_refused("{{x:none}}", "\"{{x:none}}\"");
  check_refused("{{x_html:h}}", "\"{{x_html:h}}\"");
  check_refused("{{#x_html:none}}{{/x_html}}", "\"{{#x_html:none}}\"");
  // The line of the file, whatever lines went.
  check_refused("\n\n{{#a}}\n\n{{/a}}\n\n<p {{x}}>", "{{x}} inside the tag <p>", 7);
}

TEST_CASE("templates: hostile ones take no longer than their size allows, and end") {
  std::string deep;
  for (int level = 0; level < 65; ++level) deep += "{{#a}}";
  check_refused(deep, "{{#a}} is nested too deep");
  const std::size_t many = 100'000;
  const auto repeated = [](std::string_view text) {
    std::string result;
    for (std::size_t count = 0; count < many; ++count) result += text;
    return result;
  };
  const View view;
  CHECK(render("<a href=\"" + repeated("a{{x}}") + "\">", view).size() == many + 11);
  CHECK(render("<a " + repeated("a") + "{{#a}} b{{/a}}" + repeated(" c{{#a}} b{{/a}}") + ">", view).size() ==
        many + many * 2 + 4);
  CHECK(render(repeated("{{#a}}{{/a}}< "), view).size() == many * 2);
  check_refused(repeated("{"), "{{ is not closed");
  check_refused(repeated("<title>"), "the template ends inside <title>");
}

}  // namespace hindsight
