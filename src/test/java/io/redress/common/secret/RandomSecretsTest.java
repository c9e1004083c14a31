package io.redress.common.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomSecretsTest {

    @Test
    void secrets_have_the_requested_length_and_are_different() {
        assertThat(RandomSecrets.bytes(16)).hasSize(16).isNotEqualTo(RandomSecrets.bytes(16));
        assertThat(RandomSecrets.base64Url(32)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(RandomSecrets.base64Url(32));
    }

    @Test
    void secrets_use_the_whole_alphabet() {
        assertThat(RandomSecrets.characters("abc", 1000))
                .hasSize(1000)
                .matches("[abc]+")
                .contains("a", "b", "c");
    }
}
