"""Names in quotation marks in XMILE: of a variable, and of a model within a model."""

from tocmodel.conversion.readers.xmile import read

MODEL = b"""<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><name>Food</name></header>
  <model>
    <variables>
      <aux name="hunger, at school"><eqn>"Weather, and sea".storms + "price of food"</eqn></aux>
      <aux name="price of food"><eqn>1</eqn></aux>
      <module name="Weather, and sea">
        <connect from="price_of_food" to="&quot;Weather, and sea&quot;.catch"/>
      </module>
    </variables>
  </model>
  <model name="Weather, and sea">
    <variables>
      <aux name="storms"><eqn>2</eqn></aux>
      <aux name="catch"><eqn>storms * 3</eqn></aux>
    </variables>
  </model>
</xmile>
"""


def test_a_name_in_quotation_marks_may_have_a_comma_and_name_another_model() -> None:
    sketch = read(MODEL, "food.xmile")
    titles = {box.key: box.title for box in sketch.boxes}
    assert {(titles[line.cause], titles[line.effect]) for line in sketch.lines} == {
        ("storms", "hunger, at school"),
        ("price of food", "hunger, at school"),
        ("price of food", "catch"),
        ("storms", "catch"),
    }
