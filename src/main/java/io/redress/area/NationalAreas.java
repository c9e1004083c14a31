package io.redress.area;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * Makes a county's file of areas from the national list of statistical divisions (统计用区划代码), as npm
 * {@code china-division} packages it: {@code provinces.csv}, {@code cities.csv}, {@code areas.csv}, {@code streets.csv}
 * and {@code villages.csv} in one folder. The file has the form of {@code seeds/areas.csv}. The list is of one day and
 * knows no abolished areas: those are added to the file by hand.
 */
public final class NationalAreas {

    /** The list gives no days; as in {@code seeds/areas.csv}, this one means "since before the sources begin". */
    private static final String SINCE_EVER = "1992-01-01";

    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumns(
                    List.of("code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_code"),
                    CsvSchema.ColumnType.STRING)
            .build()
            .withHeader();

    private final Path folder;
    private final CsvMapper csv = new CsvMapper();
    private final List<Map<String, String>> areas = new ArrayList<>();

    private NationalAreas(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the county, the areas above it, the other counties of its city, its towns and its villages.
     *
     * @param county 12 digits
     * @param file must not exist
     * @return the number of areas
     * @throws NoSuchElementException if the list has no such county
     */
    public static int write(Path folder, String county, Path file) throws IOException {
        var national = new NationalAreas(folder);
        national.read(county.substring(0, 6));
        // The writer ends lines alike on every system.
        Files.createFile(file);
        try (SequenceWriter writer = national.csv.writer(COLUMNS).writeValues(file.toFile())) {
            writer.writeAll(national.areas);
        }
        return national.areas.size();
    }

    private void read(String county) throws IOException {
        var province = county.substring(0, 2);
        var city = county.substring(0, 4);
        add("provinces.csv", AreaLevel.PROVINCE, "", row -> row.get("code").equals(province));
        add("cities.csv", AreaLevel.CITY, province, row -> row.get("code").equals(city));
        add("areas.csv", AreaLevel.COUNTY, city, row -> row.get("cityCode").equals(city));
        if (areas.stream().noneMatch(area -> area.get("code").equals(Area.padded(county)))) {
            throw new NoSuchElementException("no county " + county + " in " + folder);
        }
        areas.add(row(Area.OUTSIDE, "区外", AreaLevel.OUTSIDE, ""));
        add("streets.csv", AreaLevel.TOWN, county, row -> row.get("areaCode").equals(county));
        for (var village : rows("villages.csv", row -> row.get("areaCode").equals(county))) {
            areas.add(row(
                    Area.padded(village.get("code")),
                    village.get("name"),
                    AreaLevel.VILLAGE,
                    Area.padded(village.get("streetCode"))));
        }
    }

    private void add(String name, AreaLevel level, String parent, Predicate<Map<String, String>> wanted)
            throws IOException {
        for (var area : rows(name, wanted)) {
            areas.add(row(Area.padded(area.get("code")), area.get("name"), level, Area.padded(parent)));
        }
    }

    /** Row by row: the list of villages has more than half a million. */
    private List<Map<String, String>> rows(String name, Predicate<Map<String, String>> wanted) throws IOException {
        var found = new ArrayList<Map<String, String>>();
        try (MappingIterator<Map<String, String>> rows = csv.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(folder.resolve(name).toFile())) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (wanted.test(row)) {
                    found.add(row);
                }
            }
        }
        return found;
    }

    private static Map<String, String> row(String code, String name, AreaLevel level, String parent) {
        return Map.of(
                "code", code,
                "name", name,
                "level", level.name(),
                "parent_code", parent,
                "valid_from", SINCE_EVER,
                "valid_to", "",
                "successor_code", "");
    }
}
