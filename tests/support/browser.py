"""A phone: Chromium without a window, driven through its own driver, as narrow as the smallest that people have."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from selenium_axe_python import Axe  # type: ignore[attr-defined]

WIDTH, HEIGHT = 360, 740
"""CSS pixels: the narrowest common phone."""
PATIENCE_SECONDS = 20
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CHROMIUM, DRIVER = "chromium", "chromedriver"


class Phone:
    """An open browser."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, url: str) -> None:
        """Goes to an address, as a code's reader does."""
        self.driver.get(url)

    def field(self, name: str) -> WebElement:
        """A field of the page's form."""
        return self.driver.find_element(By.NAME, name)

    def fill(self, **values: str) -> None:
        """Types into fields; what stood in them goes."""
        for name, value in values.items():
            self.field(name).clear()
            self.field(name).send_keys(value)

    def tick(self, name: str) -> None:
        """Ticks a box by its label, as a thumb does."""
        self.driver.find_element(By.CSS_SELECTOR, f"label[for='{name}']").click()

    def press(self, words: str) -> None:
        """Presses a button or follows a link by its words, and waits for the page that comes."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        for kind in ("button", "a"):
            found = self.driver.find_elements(
                By.XPATH, f"//{kind}[normalize-space()={json.dumps(words, ensure_ascii=False)}]"
            )
            if found:
                found[0].click()
                break
        else:
            raise AssertionError(f"there is no {words!r} on the page:\n{self.text()}")
        WebDriverWait(self.driver, PATIENCE_SECONDS).until(lambda _: self._gone(page))
        WebDriverWait(self.driver, PATIENCE_SECONDS).until(
            lambda driver: driver.execute_script("return document.readyState") == "complete"
        )

    def text(self) -> str:
        """What the page says."""
        return self.driver.find_element(By.TAG_NAME, "body").text

    def picture(self, path: Path) -> None:
        """The page as it is seen, all of its height."""
        height = int(self.driver.execute_script("return document.documentElement.scrollHeight"))
        self.driver.set_window_size(WIDTH, max(height, HEIGHT))
        self.driver.save_screenshot(str(path))
        self.driver.set_window_size(WIDTH, HEIGHT)

    def overflow(self) -> int:
        """CSS pixels by which the page is wider than the screen."""
        return int(self.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth"))

    def violations(self) -> list[str]:
        """What axe-core finds: a line for each rule, with the places."""
        axe = Axe(self.driver)
        axe.inject()  # type: ignore[no-untyped-call]
        found = axe.run(options=RULES)["violations"]
        return [f"{one['id']} ({one['impact']}): {[node['target'] for node in one['nodes'][:4]]}" for one in found]

    def complaints(self) -> list[str]:
        """What the browser complains of: scripts that fail, what the page's policy forbids, what is not found; not
        that the page itself was answered with a status that is no success.
        """
        own = f"{self.driver.current_url} - Failed to load resource"
        return [str(one["message"]) for one in self._log("browser") if not one["message"].startswith(own)]

    def hosts(self) -> set[str]:
        """Whom it asked for anything since this was last called."""
        asked = set()
        for entry in self._log("performance"):
            message: dict[str, Any] = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                parts = urlsplit(message["params"]["request"]["url"])
                asked |= {parts.netloc} if parts.scheme in ("http", "https", "ws", "wss") else set()
        return asked

    def _log(self, kind: str) -> list[dict[str, Any]]:
        return list(self.driver.get_log(kind))  # type: ignore[no-untyped-call]

    def _gone(self, element: WebElement) -> bool:
        from selenium.common.exceptions import StaleElementReferenceException, WebDriverException

        try:
            return not element.is_enabled()
        except StaleElementReferenceException:
            return True
        except WebDriverException:
            return False


@contextlib.contextmanager
def phone(language: str = "it-IT") -> Iterator[Phone]:
    """A new browser with nothing in it.

    Raises:
        RuntimeError: there is no Chromium; `make setup-test` installs it.
    """
    program, driver = shutil.which(CHROMIUM), shutil.which(DRIVER)
    if program is None or driver is None:
        raise RuntimeError("There is no Chromium with its driver: make setup-test installs both.")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    with tempfile.TemporaryDirectory(prefix="qc-phone-") as profile:
        for argument in (
            "headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", f"user-data-dir={profile}",
            f"window-size={WIDTH},{HEIGHT}", f"lang={language}", "disable-background-networking",
            "disable-component-update", "no-first-run",
        ):  # fmt: skip
            options.add_argument(f"--{argument}")
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=driver))
        try:
            metrics = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 2, "mobile": True}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            yield Phone(browser)
        finally:
            browser.quit()
