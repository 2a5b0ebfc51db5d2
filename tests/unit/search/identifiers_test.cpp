#include "search/identifiers.hpp"

#include <doctest/doctest.h>

using namespace hindsight;
using Texts = std::vector<std::string>;

TEST_CASE("compounds are kept as typed, with the parts that white space and hyphens do not give") {
  CHECK(identifiers({"the wl-deployer_api failed"}) == Texts{"wl-deployer_api", "deployer", "api"});
  CHECK(identifiers({"error=ECONNREFUSED,"}) == Texts{"error=ECONNREFUSED", "error", "ECONNREFUSED"});
  CHECK(identifiers({"(TIS21-6637)"}) == Texts{"TIS21-6637"});
  CHECK(identifiers({"java.net.ConnectException"}) ==
        Texts{"java.net.ConnectException", "java", "net", "ConnectException", "Connect", "Exception"});
}

TEST_CASE("plain words, repeated and overlong ones are no identifiers") {
  CHECK(identifiers({"Disks were full at noon, HTTP 503."}).empty());
  CHECK(identifiers({"a_b A_B a_b"}) == Texts{"a_b"});
  CHECK(identifiers({std::string(300, 'x') + "/" + std::string(300, 'y')}).empty());
  CHECK(identifiers({""}).empty());
  CHECK(identifiers({}).empty());
}

TEST_CASE("words are found whatever stands around them, and no word goes over two texts") {
  CHECK(identifiers({"plain words all the way up to a-b_c\tx_y\r\nand on z_w"}) == Texts{"a-b_c", "x_y", "z_w"});
  CHECK(identifiers({"error=", "code"}).empty());
  CHECK(identifiers({"one a_b", "two a_b c_d"}) == Texts{"a_b", "c_d"});
}
