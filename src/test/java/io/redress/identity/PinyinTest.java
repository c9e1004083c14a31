package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinTest {

    @Test
    void a_place_or_company_is_found_by_its_pinyin_or_the_initials() {
        assertThat(Pinyin.forFinding("太平街道")).isEqualTo("taipingjiedao tpjd");
        assertThat(Pinyin.forFinding("团贷网")).isEqualTo("tuandaiwang tdw");
    }

    @Test
    void latin_letters_and_digits_of_a_name_stay_and_signs_are_left_out() {
        assertThat(Pinyin.forFinding("P2P网贷（第3期）")).isEqualTo("p2pwangdaidi3qi pwdd3q");
        assertThat(Pinyin.forFinding("·")).isEqualTo(" ");
    }
}
