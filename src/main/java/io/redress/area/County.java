package io.redress.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The county that this service works for ({@code redress.organisation.area-code}), with the areas above it and its
 * neighbours. All of it comes from the list of areas, so the service can be set up for any county of China.
 */
@ApplicationScoped
public class County {

    private static final Pattern PROVINCE_ENDING = Pattern.compile("(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$");
    private static final Pattern CITY_ENDING = Pattern.compile("(市|地区|盟|自治州)$");
    private static final Pattern COUNTY_ENDING = Pattern.compile("(区|县|市|旗)$");

    /** A municipality has no city below it; the list of areas fills the level with 市辖区 or 县. */
    private static final Pattern NO_CITY = Pattern.compile("市辖区|县|(省|自治区)直辖县级行政区划");

    private final String code;
    private final List<String> alsoOutside;

    private volatile AddressPatterns patterns;

    County(
            @ConfigProperty(name = "redress.organisation.area-code") String code,
            @ConfigProperty(name = "redress.organisation.also-outside") Optional<List<String>> alsoOutside) {
        this.code = code;
        this.alsoOutside = alsoOutside.orElse(List.of());
    }

    /** 12 digits. */
    public String code() {
        return code;
    }

    /** As the county's office calls it: 我区, 我县, 我市 or 我旗. */
    public String ours() {
        var name = area().name;
        return "我" + name.substring(name.length() - 1);
    }

    /** The code of every area of the county begins with it. */
    String prefix() {
        return code.substring(0, 6);
    }

    private Area area() {
        return Area.ofCode(code).orElseThrow(() -> new IllegalStateException("the list of areas lacks " + code));
    }

    /** What tells an address in the county from one elsewhere; read once, because areas are only added. */
    AddressPatterns patterns() {
        var known = patterns;
        if (known == null) {
            known = readPatterns();
            patterns = known;
        }
        return known;
    }

    private AddressPatterns readPatterns() {
        var county = area();
        var city = Area.ofCode(county.parentCode).orElseThrow();
        var province = Area.ofCode(city.parentCode).orElseThrow();
        var hasCity = !NO_CITY.matcher(city.name).matches();
        var neighbours = Area.childrenOf(city.code).stream()
                .filter(area -> area.level == AreaLevel.COUNTY && !area.code.equals(county.code))
                .map(area -> stem(area.name, COUNTY_ENDING) + "[区县市旗]");
        return new AddressPatterns(
                new AddressPatterns.Name(province.name, stem(province.name, PROVINCE_ENDING)),
                hasCity ? new AddressPatterns.Name(city.name, stem(city.name, CITY_ENDING)) : null,
                new AddressPatterns.Name(county.name, stem(county.name, COUNTY_ENDING)),
                Stream.concat(neighbours, alsoOutside.stream().map(Pattern::quote))
                        .collect(Collectors.joining("|")));
    }

    private static String stem(String name, Pattern ending) {
        return ending.matcher(name).replaceFirst("");
    }
}
