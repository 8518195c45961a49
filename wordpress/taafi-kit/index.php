<?php
// Nothing to be listed here.
