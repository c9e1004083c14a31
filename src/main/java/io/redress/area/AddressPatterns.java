package io.redress.area;

import java.util.regex.Pattern;

/** How the beginning of an address tells whether it lies in the county. */
final class AddressPatterns {

    /**
     * @param full 广东省
     * @param stem 广东, as people write it; the full name if it has no ending to leave out
     */
    record Name(String full, String stem) {

        /** Matches both forms; possessive, so that 广东 alone is not taken for the beginning of another name. */
        String optional() {
            return "(" + Pattern.quote(full) + "|" + Pattern.quote(stem) + ")?+";
        }
    }

    private final Pattern inCounty;
    private final Pattern elsewhere;
    private final Name city;
    private final Name county;

    /**
     * @param city null in a municipality, where the county lies directly below the province
     * @param neighbours regular expression for the other counties of the city; may be empty
     */
    AddressPatterns(Name province, Name city, Name county, String neighbours) {
        this.city = city;
        this.county = county;
        var provincePart = province.optional();
        var cityPart = city == null ? "" : city.optional();
        inCounty = Pattern.compile("^(中国)?" + provincePart + cityPart + "(" + Pattern.quote(county.full()) + ")?");
        var ours = Pattern.quote(province.stem())
                + (city == null ? "" : "|" + Pattern.quote(city.stem()))
                + "|" + Pattern.quote(county.full());
        elsewhere = Pattern.compile("^(区外"
                // another province
                + "|(?!(中国)?(" + ours + "))(\\p{IsHan}{2,6}?(省(?!道)|自治区|特别行政区)|(北京|上海|天津|重庆)市)"
                // another city with a part of it
                + "|" + provincePart + "(?!" + ours
                + ")\\p{IsHan}{2,4}市(?![场民])\\p{IsHan}{1,5}?((?<![小社园片校厂])区|县|市|镇|街道)"
                // another county of the city
                + (neighbours.isEmpty() ? "" : "|" + provincePart + cityPart + "(" + neighbours + ")")
                + ")");
    }

    boolean isElsewhere(String address) {
        return elsewhere.matcher(address).find();
    }

    /** The address without province, city and county. */
    String withoutCounty(String address) {
        return inCounty.matcher(address).replaceFirst("");
    }

    /** 潮州市凤泉湖高新技术产业开发区 without its city. */
    String withoutCity(String town) {
        return city != null && town.startsWith(city.full())
                ? town.substring(city.full().length())
                : town;
    }

    /** A town may be called like the county: its short name then means the county. */
    boolean isCounty(String stem) {
        return stem.equals(county.stem());
    }
}
