#include "search/identifiers.hpp"

#include <doctest/doctest.h>

using namespace hindsight;
using Texts = std::vector<std::string>;

TEST_CASE("compounds are kept as typed, with the parts that white space and hyphens do not give") {
  CHECK(identifiers("the wl-deployer_api failed") == Texts{"wl-deployer_api", "deployer", "api"});
  CHECK(identifiers("error=ECONNREFUSED,") == Texts{"error=ECONNREFUSED", "error", "ECONNREFUSED"});
  CHECK(identifiers("(TIS21-6637)") == Texts{"TIS21-6637"});
  CHECK(identifiers("java.net.ConnectException") ==
        Texts{"java.net.ConnectException", "java", "net", "ConnectException", "Connect", "Exception"});
}

TEST_CASE("plain words, repeated and overlong ones are no identifiers") {
  CHECK(identifiers("Disks were full at noon, HTTP 503.").empty());
  CHECK(identifiers("a_b A_B a_b") == Texts{"a_b"});
  CHECK(identifiers(std::string(300, 'x') + "/" + std::string(300, 'y')).empty());
  CHECK(identifiers("").empty());
}
