package io.redress.trial;

import io.redress.testing.RecountPart;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class VisitRecount implements RecountPart {

    @Override
    public String records() {
        return "select v.platform_id, i.area_code, 'VISITS', 1, 0 from visit v join investor i on i.id = v.investor_id";
    }

    @Override
    public List<String> tables() {
        return List.of("visit");
    }
}
