package io.redress.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.8.2.17, 10.8.2.17",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::77, 2001:db8:1:2:0:0:0:0/64",
        "[fe80::1%eth0], fe80:0:0:0:0:0:0:0/64",
        "::ffff:10.8.2.17, 10.8.2.17",
        "unknown, unknown"
    })
    void an_address_is_counted_by_the_network_of_one_household(String host, String counted) {
        assertThat(ClientAddresses.network(host)).isEqualTo(counted);
    }
}
