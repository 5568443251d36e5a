-- share
SELECT
  "term",
  "school",
  COUNT(
    CASE
      WHEN "sex" = 'girls' AND (
        "attendance" < 90 AND "sex" = 'girls'
      )
      THEN 1
    END
  ) AS "counted",
  COUNT(CASE WHEN "sex" = 'girls' AND NOT "attendance" IS NULL THEN 1 END) AS "whole",
  COUNT(CASE WHEN "sex" = 'girls' AND "attendance" IS NULL THEN 1 END) AS "unknown",
  NULL AS "number"
FROM "a"""" ; drop table x; --"
GROUP BY
  "term",
  "school"
ORDER BY
  "term",
  "school";

-- mean
SELECT
  "term",
  COUNT(CASE WHEN TRUE THEN "attendance" END) AS "counted",
  COUNT(CASE WHEN TRUE THEN 1 END) AS "whole",
  COUNT(CASE WHEN "attendance" IS NULL THEN 1 END) AS "unknown",
  AVG(CASE WHEN TRUE THEN "attendance" END) AS "number"
FROM "a"""" ; drop table x; --"
GROUP BY
  "term"
ORDER BY
  "term";

-- median
SELECT
  COUNT(CASE WHEN NOT "bereaved" THEN "progress" END) AS "counted",
  COUNT(CASE WHEN NOT "bereaved" THEN 1 END) AS "whole",
  COUNT(CASE WHEN NOT "bereaved" AND "progress" IS NULL THEN 1 END) AS "unknown",
  MEDIAN(CASE WHEN NOT "bereaved" THEN "progress" END) AS "number"
FROM "a"""" ; drop table x; --";

-- sum
SELECT
  "sex",
  "school",
  COUNT(CASE WHEN TRUE THEN "incidents" END) AS "counted",
  COUNT(CASE WHEN TRUE THEN 1 END) AS "whole",
  COUNT(CASE WHEN "incidents" IS NULL THEN 1 END) AS "unknown",
  SUM(CASE WHEN TRUE THEN "incidents" END) AS "number"
FROM "a"""" ; drop table x; --"
GROUP BY
  "sex",
  "school"
ORDER BY
  "sex",
  "school";

-- several
SELECT
  COUNT(
    CASE
      WHEN "term" IN ('2023/2024-autumn', '2023/2024-spring')
      AND (
        NOT "incidents" IN (0, 1) AND "incidents" <= 4
      )
      THEN 1
    END
  ) AS "counted",
  COUNT(CASE WHEN NOT "term" IS NULL AND NOT "incidents" IS NULL THEN 1 END) AS "whole",
  COUNT(CASE WHEN "term" IS NULL OR "incidents" IS NULL THEN 1 END) AS "unknown",
  NULL AS "number"
FROM "a"""" ; drop table x; --";

-- tracker
WITH "signs" AS (
  SELECT
    "pupil",
    "term",
    "school",
    COALESCE("attendance" < 90, FALSE) AS "sign attendance",
    COALESCE("incidents" >= 3, FALSE) AS "sign behaviour",
    COALESCE("bereaved", FALSE) AS "sign bereavement",
    COALESCE("progress" < 0, FALSE) AS "sign progress",
    "attendance" IS NULL AS "unknown attendance",
    "incidents" IS NULL AS "unknown behaviour",
    "bereaved" IS NULL AS "unknown bereavement",
    "progress" IS NULL AS "unknown progress",
    COALESCE("family_meeting", FALSE) AS "given family-meeting",
    COALESCE("reading_club", FALSE) AS "given reading-club-place"
  FROM "a"""" ; drop table x; --"
), "tips" AS (
  SELECT
    *,
    "sign attendance" OR "sign behaviour" OR "sign bereavement" AS "tip flagged",
    (
      "sign attendance" OR "sign behaviour"
    ) AND "sign progress" AS "tip tipped"
  FROM "signs"
)
SELECT
  "term",
  "school",
  COUNT(*) AS "n1",
  COUNT(CASE WHEN "sign attendance" THEN 1 END) AS "n2",
  COUNT(CASE WHEN "sign behaviour" THEN 1 END) AS "n3",
  COUNT(CASE WHEN "sign bereavement" THEN 1 END) AS "n4",
  COUNT(CASE WHEN "sign progress" THEN 1 END) AS "n5",
  COUNT(CASE WHEN "tip flagged" THEN 1 END) AS "n6",
  COUNT(CASE WHEN "tip tipped" THEN 1 END) AS "n7",
  COUNT(CASE WHEN "given family-meeting" THEN 1 END) AS "n8",
  COUNT(CASE WHEN "given reading-club-place" THEN 1 END) AS "n9",
  COUNT(CASE WHEN "sign attendance" AND "given family-meeting" THEN 1 END) AS "n10",
  COUNT(CASE WHEN "sign attendance" AND "given reading-club-place" THEN 1 END) AS "n11",
  COUNT(CASE WHEN "sign behaviour" AND "given family-meeting" THEN 1 END) AS "n12",
  COUNT(CASE WHEN "sign behaviour" AND "given reading-club-place" THEN 1 END) AS "n13",
  COUNT(CASE WHEN "sign bereavement" AND "given family-meeting" THEN 1 END) AS "n14",
  COUNT(CASE WHEN "sign bereavement" AND "given reading-club-place" THEN 1 END) AS "n15",
  COUNT(CASE WHEN "sign progress" AND "given family-meeting" THEN 1 END) AS "n16",
  COUNT(CASE WHEN "sign progress" AND "given reading-club-place" THEN 1 END) AS "n17",
  COUNT(
    CASE
      WHEN "sign attendance" AND (
        "given family-meeting" OR "given reading-club-place"
      )
      THEN 1
    END
  ) AS "n18",
  COUNT(CASE WHEN "sign behaviour" AND "given family-meeting" THEN 1 END) AS "n19",
  COUNT(CASE WHEN "sign bereavement" AND "given family-meeting" THEN 1 END) AS "n20",
  COUNT(CASE WHEN "sign progress" AND FALSE THEN 1 END) AS "n21",
  COUNT(
    CASE
      WHEN "tip tipped"
      AND (
        "sign attendance" OR "sign behaviour" OR "sign bereavement"
      )
      THEN 1
    END
  ) AS "n22",
  COUNT(CASE WHEN "tip flagged" AND "sign attendance" THEN 1 END) AS "n23",
  COUNT(
    CASE
      WHEN "tip tipped"
      AND (
        "sign attendance" OR "sign behaviour" OR "sign bereavement"
      )
      THEN 1
    END
  ) AS "n24",
  COUNT(CASE WHEN "tip flagged" AND "sign attendance" THEN 1 END) AS "n25",
  COUNT(CASE WHEN "given family-meeting" THEN 1 END) AS "n26",
  COUNT(CASE WHEN "given reading-club-place" THEN 1 END) AS "n27",
  COUNT(CASE WHEN "given family-meeting" OR "given reading-club-place" THEN 1 END) AS "n28",
  COUNT(
    CASE
      WHEN (
        "given family-meeting" OR "given reading-club-place"
      ) AND "tip tipped"
      THEN 1
    END
  ) AS "n29",
  COUNT(CASE WHEN "unknown attendance" THEN 1 END) AS "n30",
  COUNT(CASE WHEN "unknown behaviour" THEN 1 END) AS "n31",
  COUNT(CASE WHEN "unknown bereavement" THEN 1 END) AS "n32",
  COUNT(CASE WHEN "unknown progress" THEN 1 END) AS "n33"
FROM "tips"
GROUP BY
  "term",
  "school"
ORDER BY
  "term",
  "school";

-- followed
WITH "signs" AS (
  SELECT
    "pupil",
    "term",
    "school",
    COALESCE("attendance" < 90, FALSE) AS "sign attendance",
    COALESCE("incidents" >= 3, FALSE) AS "sign behaviour",
    COALESCE("bereaved", FALSE) AS "sign bereavement",
    COALESCE("progress" < 0, FALSE) AS "sign progress",
    "attendance" IS NULL AS "unknown attendance",
    "incidents" IS NULL AS "unknown behaviour",
    "bereaved" IS NULL AS "unknown bereavement",
    "progress" IS NULL AS "unknown progress",
    COALESCE("family_meeting", FALSE) AS "given family-meeting",
    COALESCE("reading_club", FALSE) AS "given reading-club-place"
  FROM "a"""" ; drop table x; --"
), "tips" AS (
  SELECT
    *,
    "sign attendance" OR "sign behaviour" OR "sign bereavement" AS "tip flagged",
    (
      "sign attendance" OR "sign behaviour"
    ) AND "sign progress" AS "tip tipped"
  FROM "signs"
), "supported" AS (
  SELECT
    *
  FROM "tips"
  WHERE
    (
      "given family-meeting" OR "given reading-club-place"
    ) AND "sign progress"
)
SELECT
  "now"."term",
  "now"."school",
  COUNT(*) AS "followed",
  COUNT(CASE WHEN NOT "later"."sign progress" THEN 1 END) AS "back"
FROM "supported" AS "now"
JOIN (
  SELECT
    "pupil",
    "term",
    COALESCE("progress" < 0, FALSE) AS "sign progress",
    "progress" IS NULL AS "unknown progress"
  FROM "a"""" ; drop table x; --"
) AS "later"
  ON "later"."pupil" = "now"."pupil"
  AND "later"."term" = CASE "now"."term"
    WHEN '2023/2024-autumn'
    THEN '2023/2024-spring'
    WHEN '2023/2024-spring'
    THEN '2023/2024-summer'
  END
  AND NOT "later"."unknown progress"
GROUP BY
  "now"."term",
  "now"."school"
ORDER BY
  "now"."term",
  "now"."school";

-- pupils
SELECT
  COUNT(*)
FROM (
  SELECT DISTINCT
    "pupil",
    "term"
  FROM "a"""" ; drop table x; --"
) AS pupils;
