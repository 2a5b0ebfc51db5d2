# Writes a C++ file that holds the theme and the schemas, as embedded.hpp declares them.
#   cmake -DROOT=<repository> -DOUTPUT=<file.cpp> -P embed.cmake
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/theme/templates/*.tpl ${ROOT}/theme/css/*.css ${ROOT}/theme/js/*.js
     ${ROOT}/theme/*.svg ${ROOT}/schema/*.json)
list(SORT files)
set(code "#include \"render/embedded.hpp\"\n\nnamespace hindsight {\nnamespace {\n\n")
set(table "")
set(number 0)
foreach(path IN LISTS files)
  file(READ ${ROOT}/${path} hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  # Long literals are cut, so that lines stay readable for compilers.
  string(REGEX REPLACE "(\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..)" "\\1\"\n    \"" bytes "${bytes}")
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(APPEND code "constexpr char file_${number}[] =\n    \"${bytes}\";\n")
  string(APPEND table "    {\"${path}\", {file_${number}, ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND code "\nconstexpr EmbeddedFile files[] = {\n${table}};\n\n}  // namespace\n\n")
string(APPEND code "std::span<const EmbeddedFile> embedded_files() { return files; }\n\n}  // namespace hindsight\n")
file(WRITE ${OUTPUT} "${code}")
