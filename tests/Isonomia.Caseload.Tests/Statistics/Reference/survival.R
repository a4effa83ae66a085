# Reference values of the survival package, against which our own estimates are held.
#   Rscript survival.R > survival.csv                     the data sets that come with the package; writes them beside it
#   Rscript survival.R compas-scores-two-years.csv > compas.csv   ProPublica's file with its own filter
# Debian: r-base-core, r-cran-survival.
library(survival)

curve <- function(name, fit, times) {
  s <- summary(fit, times = times, extend = TRUE)
  for (i in seq_along(s$time))
    cat(sprintf("%s,%g,%.10g,%.10g,%.10g,%.10g\n", name, s$time[i], s$surv[i], s$std.err[i],
                s$lower[i], s$upper[i]))
}
test <- function(name, d) cat(sprintf("%s,chisq,%.10g,%.10g,,\n", name, d$chisq, pchisq(d$chisq, length(d$n) - 1, lower.tail = FALSE)))

cat(sprintf("# %s; survival %s; conf.type log-log, 95 percent\n", R.version.string, packageVersion("survival")))
cat("name,day,survival,standardError,low,high\n")
file <- commandArgs(trailingOnly = TRUE)
if (length(file) == 0) {
  # Half days in the heart data become tenths of days, so that all times are whole.
  all <- rbind(
    data.frame(set = "aml", group = as.character(aml$x), from = -1, to = aml$time, happened = aml$status),
    data.frame(set = "lung", group = as.character(lung$ph.ecog), from = -1, to = lung$time, happened = lung$status - 1),
    data.frame(set = "heart", group = as.character(heart$transplant), from = heart$start * 10, to = heart$stop * 10, happened = heart$event))
  write.csv(all, "data.csv", row.names = FALSE, quote = FALSE)
  for (x in levels(aml$x)) {
    part <- aml[aml$x == x, ]
    curve(paste0("aml ", x), survfit(Surv(time, status) ~ 1, part, conf.type = "log-log"), sort(unique(part$time)))
  }
  test("aml", survdiff(Surv(time, status) ~ x, aml))
  curve("lung", survfit(Surv(time, status) ~ 1, lung, conf.type = "log-log"), c(60, 180, 365, 545, 730, 1022))
  test("lung by ph.ecog", survdiff(Surv(time, status) ~ ph.ecog, lung[!is.na(lung$ph.ecog), ]))
  # heart: late entry and several rows a person (Crowley and Hu 1977)
  for (x in c(0, 1))
    curve(paste0("heart ", x), survfit(Surv(start, stop, event) ~ 1, heart[heart$transplant == x, ], conf.type = "log-log"), c(30, 90, 180, 365, 730))
} else {
  d <- read.csv(file[1])
  d <- d[!is.na(d$days_b_screening_arrest) & abs(d$days_b_screening_arrest) <= 30 & d$is_recid != -1 &
         d$c_charge_degree != "O" & d$score_text != "N/A" & d$end > d$start, ]
  days <- c(183, 365, 730, 1095)
  curve("all", survfit(Surv(start, end, event) ~ 1, d, conf.type = "log-log"), days)
  for (x in c("African-American", "Caucasian", "Hispanic"))
    curve(x, survfit(Surv(start, end, event) ~ 1, d[d$race == x, ], conf.type = "log-log"), days)
}
