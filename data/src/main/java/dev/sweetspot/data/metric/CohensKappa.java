package dev.sweetspot.data.metric;

/** How far what is said agrees with what is true beyond chance: 1 is perfect, 0 by chance. Cohen 1960; 0 where one class alone is said and true. */
public final class CohensKappa implements ClassificationMetric {
    @Override
    public String name() {
        return "cohen_kappa";
    }

    @Override
    public String help() {
        return "How far what is said agrees with what is true beyond chance: 1 is perfect, 0 by chance.";
    }

    @Override
    public double value(ClassificationReport report) {
        var sums = Agreement.of(report);
        double byChance = sums.chance() / (sums.n() * sums.n());
        return byChance >= 1 ? 0 : (sums.right() / sums.n() - byChance) / (1 - byChance);
    }
}
