"""Looks at a page of musify in a headless browser and does what a person would.

drive.py PAGE COMMAND...   each command is one argument:

  print SELECTOR        the text of each element that fits, one a line
  count SELECTOR        how many there are
  click SELECTOR        the first one that fits
  type SELECTOR TEXT    into a field
  hover SELECTOR        the mouse over the first one
  key SELECTOR KEY      pressed there; `body` where nothing has the focus
  open HASH             the page again, with what follows `#`
  size WIDTH HEIGHT     of a screen, as of a telephone
  below SELECTOR        whether of a changed line the second one is below the first
  wide                  by how many pixels the page is wider than the screen
  loaded                whether the page was there within two seconds
  dark                  as a browser that prefers dark colours
  shot FILE             a picture, to be looked at by hand

What the page writes to the console is printed at the end and is a failure.
"""
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


def open_browser():
    options = webdriver.ChromeOptions()
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "window-size=1400,900",
                 "disable-dev-shm-usage"):
        options.add_argument("--" + flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


def run(browser, command):
    verb, _, rest = command.partition(" ")
    if verb == "dark":
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        return
    if verb == "shot":
        browser.save_screenshot(rest)
        return
    if verb == "size":
        width, height = map(int, rest.split())
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": True})
        browser.refresh()
        return
    if verb == "wide":
        print(browser.execute_script("return document.documentElement.scrollWidth - innerWidth"))
        return
    if verb == "below":
        row = browser.find_element(By.CSS_SELECTOR, "tr.changed")
        first, second = row.find_elements(By.CSS_SELECTOR, rest)
        print(second.location["y"] >= first.location["y"] + first.size["height"])
        return
    if verb == "loaded":
        print(browser.execute_script(
            "return performance.getEntriesByType('navigation')[0].loadEventEnd < 2000"))
        return
    if verb == "open":
        browser.get(browser.current_url.partition("#")[0] + "#" + rest)
        browser.refresh()
        return
    if verb in ("type", "key"):
        rest, _, text = rest.partition(" ")
    # What a click brings may come a moment later; what is counted is there.
    browser.implicitly_wait(0 if verb == "count" else 10)
    found = browser.find_elements(By.CSS_SELECTOR, rest)
    if verb == "count":
        print(len(found))
    elif verb == "print":
        for element in found:
            print(element.text)
    elif not found:
        sys.exit(f"nothing fits `{rest}`")
    elif verb == "click":
        found[0].click()
    elif verb in ("type", "key"):
        found[0].send_keys(getattr(Keys, text, text) if verb == "key" else text)
    elif verb == "hover":
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", found[0])
        ActionChains(browser).move_to_element(found[0]).perform()
    else:
        sys.exit(f"no command `{verb}`")


def main():
    browser = open_browser()
    try:
        browser.get(Path(sys.argv[1]).resolve().as_uri())
        for command in sys.argv[2:]:
            run(browser, command)
        messages = [entry["message"] for entry in browser.get_log("browser")]
    finally:
        browser.quit()
    for message in messages:
        print("console:", message)
    sys.exit(1 if messages else 0)


main()
