package io.redress.seed;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.redress.area.Area;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.record.SqlWrites;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads missing areas at every start, before everything else. Existing areas stay unchanged, so an administrator's
 * changes are kept.
 */
@ApplicationScoped
@SqlWrites("areas-loaded")
class ReferenceSeed {

    /** Earlier than all other observers of the start. */
    static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    private static final Logger LOG = Logger.getLogger(ReferenceSeed.class);
    private static final String INSERT = """
            insert into area (code, name, level, parent_code, valid_from, valid_to, successor_code)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final AgroalDataSource database;
    private final Event<DomainEvent> events;
    private final Optional<Path> file;
    private final String county;

    /** @param file the areas of another county than the packaged one */
    ReferenceSeed(
            AgroalDataSource database,
            Event<DomainEvent> events,
            @ConfigProperty(name = "redress.areas.file") Optional<Path> file,
            @ConfigProperty(name = "redress.organisation.area-code") String county) {
        this.database = database;
        this.file = file;
        this.county = county;
        this.events = events;
    }

    @Transactional
    void load(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            var before = Area.count();
            insert(read());
            var added = Area.count() - before;
            LOG.infof("%d areas, %d of them new", Area.count(), added);
            if (added > 0) {
                events.fire(new AuditEvent("areas-loaded", "area", null, null, Map.of("areas", added)));
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("failed to load " + named(), e);
        }
        if (Area.ofCode(county).isEmpty()) {
            throw new IllegalStateException(named() + " lacks the county, redress.organisation.area-code=" + county
                    + ": make its file of areas with the command make-areas, and name it in redress.areas.file");
        }
    }

    private String named() {
        return file.map(Path::toString).orElse("seeds/areas.csv");
    }

    /** Rows in the order of the file: an area comes after its parent and its successor. */
    private List<Map<String, String>> read() throws IOException {
        try (var areas = file.isPresent() ? Files.newInputStream(file.get()) : Seeds.open("areas.csv");
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(areas)) {
            return rows.readAll();
        }
    }

    private void insert(List<Map<String, String>> rows) throws SQLException {
        try (var connection = database.getConnection();
                var area = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                area.setString(1, row.get("code"));
                area.setString(2, row.get("name"));
                area.setString(3, row.get("level"));
                area.setString(4, orNull(row.get("parent_code")));
                area.setDate(5, Date.valueOf(row.get("valid_from")));
                if (row.get("valid_to").isEmpty()) {
                    area.setNull(6, Types.DATE);
                } else {
                    area.setDate(6, Date.valueOf(row.get("valid_to")));
                }
                area.setString(7, orNull(row.get("successor_code")));
                area.addBatch();
            }
            area.executeBatch();
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
