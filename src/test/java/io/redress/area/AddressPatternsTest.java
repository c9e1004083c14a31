package io.redress.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.area.AddressPatterns.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address is recognised by the names of the county and of the areas above it, for any county. */
class AddressPatternsTest {

    /** A county below a city, a district of a municipality, a county-level city, and one of an autonomous region. */
    private static AddressPatterns of(String county) {
        return switch (county) {
            case "东山县" ->
                new AddressPatterns(
                        new Name("福建省", "福建"), new Name("漳州市", "漳州"), new Name("东山县", "东山"), "漳浦[区县市旗]|芗城[区县市旗]");
            case "徐汇区" -> new AddressPatterns(new Name("上海市", "上海"), null, new Name("徐汇区", "徐汇"), "浦东新[区县市旗]");
            case "晋江市" ->
                new AddressPatterns(new Name("福建省", "福建"), new Name("泉州市", "泉州"), new Name("晋江市", "晋江"), "石狮[区县市旗]");
            case "平果市" ->
                new AddressPatterns(new Name("广西壮族自治区", "广西"), new Name("百色市", "百色"), new Name("平果市", "平果"), "");
            default -> throw new IllegalArgumentException(county);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "东山县, 福建省漳州市东山县西埔镇西埔村3号, 西埔镇西埔村3号",
        "东山县, 漳州东山县西埔镇, 西埔镇",
        "东山县, 西埔镇西埔村, 西埔镇西埔村",
        "徐汇区, 上海市徐汇区天平路街道, 天平路街道",
        "徐汇区, 徐汇区天平路街道, 天平路街道",
        "晋江市, 福建省泉州市晋江市青阳街道, 青阳街道",
        "晋江市, 晋江市青阳街道, 青阳街道",
        "平果市, 广西百色市平果市马头镇, 马头镇",
        "平果市, 广西壮族自治区百色市平果市马头镇, 马头镇"
    })
    void an_address_in_the_county_loses_the_names_of_county_and_city(String county, String address, String local) {
        assertThat(of(county).isElsewhere(address)).isFalse();
        assertThat(of(county).withoutCounty(address)).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({
        "东山县, 广东省潮州市湘桥区太平街道",
        "东山县, 漳浦县旧镇",
        "东山县, 福建省漳州市芗城区东铺头街道",
        "东山县, 厦门市思明区",
        "东山县, 上海市黄浦区",
        "徐汇区, 上海市浦东新区花木街道",
        "徐汇区, 北京市东城区",
        "徐汇区, 浙江省杭州市",
        "晋江市, 石狮市宝盖镇",
        "晋江市, 漳州市东山县",
        "平果市, 广东省深圳市福田区",
        "平果市, 内蒙古自治区包头市"
    })
    void an_address_in_another_county_is_detected(String county, String address) {
        assertThat(of(county).isElsewhere(address)).isTrue();
    }
}
